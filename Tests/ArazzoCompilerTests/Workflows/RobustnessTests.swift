import Testing

@testable import ArazzoCompiler

@Suite("Hostile documents end in an error or a plan, not in a crash or a day's work")
struct RobustnessTests {
  @Test("A thousand steps, each reading the one before", .timeLimit(.minutes(5)))
  func manySteps() throws {
    let steps = (0..<1000).map { index in
      let value = index == 0 ? "start" : "$steps.s\(index - 1).outputs.next"
      return
        "  - {stepId: s\(index), operationId: listParcels, outputs: {next: $response.body#/next}, "
        + "parameters: [{name: cursor, in: query, value: \(value)}], "
        + "onSuccess: [{name: back, type: goto, stepId: s\(index / 2), "
        + "criteria: [{condition: '!true'}]}]}"
    }
    let compilation = try Compilation(
      .init(stringLiteral: "steps:\n" + steps.prefix(100).joined(separator: "\n")))
    #expect(compilation.workflow?.steps.count == 100)
    let all = try Compilation(.init(stringLiteral: "steps:\n" + steps.joined(separator: "\n")))
    #expect(all.workflow == nil)
    #expect(all.errors.map { $0.contains("is too large") } == [true])
  }

  @Test("A chain of calls is as long as it is", .timeLimit(.minutes(5)))
  func manyCalls() throws {
    let workflows = (0..<500).map {
      "- {workflowId: w\($0), steps: [{stepId: a, workflowId: w\($0 + 1)}]}\n"
    }
    let compilation = try Compilation(
      workflows: workflows.joined()
        + "- {workflowId: w500, steps: [{stepId: a, operationId: listParcels}]}")
    #expect(compilation.plan.workflows.count == 501)
  }

  @Test("Outputs that read later steps a thousand deep, and themselves", .timeLimit(.minutes(5)))
  func chainsOfOutputs() throws {
    let steps = (0..<1000).map {
      "  - {stepId: s\($0), operationId: listParcels, "
        + "outputs: {next: '$steps.s\(($0 + 1) % 1000).outputs.next'}}"
    }
    let compilation = try Compilation(
      .init(stringLiteral: "steps:\n" + steps.joined(separator: "\n")))
    #expect(compilation.workflow == nil)
    #expect(!compilation.errors.isEmpty)
  }

  @Test("Deep payloads and long conditions", .timeLimit(.minutes(5)))
  func deepValues() throws {
    let depth = 150
    let payload =
      String(repeating: "[", count: depth) + "$inputs.a" + String(repeating: "]", count: depth)
    let condition = Array(repeating: "$statusCode == 200", count: 2000).joined(separator: " || ")
    let compilation = try Compilation(
      """
      inputs: {type: object, properties: {a: {type: string}}}
      steps:
        - stepId: a
          operationId: createParcel
          requestBody: {payload: \(payload)}
          successCriteria: [{condition: '\(condition)'}]
      """)
    #expect(compilation.errors == [])
    #expect(compilation.step("a") != nil)
  }
}
