@testable import ArazzoCompiler

extension DocumentPlan {
  /// A run is started, then polled until it has left `running`.
  static let dust = DocumentPlan(
    fileName: "run-app-and-poll.arazzo.yaml", title: "Run an app", servers: [.api],
    workflows: [
      WorkflowPlan(
        "run-app-and-poll", "Create an app run and poll the run until it completes.",
        inputs: StructPlan(
          FieldPlan("apiToken", .secret, about: "The key of the workspace."),
          FieldPlan("wId", about: "The workspace."), FieldPlan("spaceId"), FieldPlan("aId"),
          FieldPlan("specification_hash", notes: ["at least 1 character"]),
          FieldPlan("config", .json, isOptional: true), FieldPlan("inputs", .array(.json))),
        outputs: [
          OutputPlan("runId", from: "$steps.createRun.outputs.runId"),
          OutputPlan("runStatus", isOptional: true, from: "$steps.pollRun.outputs.runStatus"),
          OutputPlan("results", .json, isOptional: true, from: "$steps.pollRun.outputs.results"),
        ],
        endings: [.completed, .success("succeeded"), .success("errored")],
        steps: [.createRun, .pollRun], isMachine: true)
    ])
}

extension VariablePlan {
  fileprivate static let runID = VariablePlan("createRun", "runId")
  fileprivate static let status = VariablePlan("pollRun", "runStatus", isOptional: true)
  fileprivate static let results = VariablePlan("pollRun", "results", .json, isOptional: true)
}

extension ParameterPlan {
  fileprivate static let token = ParameterPlan.bearer(.input("apiToken", type: .secret))
}

extension StepPlan {
  fileprivate static let createRun = StepPlan(
    "createRun",
    "Create a non-blocking app run with the pinned specification hash and supplied inputs.",
    call: .request(
      "POST", "/api/v1/w/{wId}/spaces/{spaceId}/apps/{aId}/runs",
      [
        .token, .path("wId", .input("wId")), .path("spaceId", .input("spaceId")),
        .path("aId", .input("aId")),
      ],
      body: BodyPlan(
        contentType: "application/json",
        value: .object([
          "specification_hash": .input("specification_hash"),
          "config": .input("config", type: .json, isOptional: true),
          "inputs": .input("inputs", type: .array(.json)),
          "blocking": .literal(.bool(false), .boolean), "stream": .literal(.bool(false), .boolean),
        ]),
        isRequired: false)),
    criteria: [.status(200)], outputs: [VariablePlan.runID.read("run", "run_id")],
    otherwise: .step("pollRun", carrying: [.variable(.runID)], wait: nil))

  fileprivate static let pollRun = StepPlan(
    "pollRun", "Fetch the run and inspect its status.", carried: [.runID],
    call: .request(
      "GET", "/api/v1/w/{wId}/spaces/{spaceId}/apps/{aId}/runs/{runId}",
      [
        .token, .path("wId", .input("wId")), .path("spaceId", .input("spaceId")),
        .path("aId", .input("aId")), .path("runId", .variable(.runID)),
      ]),
    criteria: [.status(200)],
    outputs: [
      VariablePlan.status.read("run", "status", "run"), VariablePlan.results.read("run", "results"),
    ],
    onSuccess: [
      ActionPlan(
        "succeeded", when: .strict("run", "status", "run", equals: "succeeded"),
        then: .end(.success("succeeded"), outputs: outputs)),
      ActionPlan(
        "errored", when: .strict("run", "status", "run", equals: "errored"),
        then: .end(.success("errored"), outputs: outputs)),
      ActionPlan(
        "stillRunning", when: .strict("run", "status", "run", equals: "running"),
        then: .step(
          "pollRun", carrying: [.variable(.runID)], wait: WaitPlan(kind: .poll, loop: []))),
    ],
    otherwise: .end(.completed, outputs: outputs))

  private static let outputs: [ValuePlan] = [
    .variable(.runID), .variable(.status), .variable(.results),
  ]
}
