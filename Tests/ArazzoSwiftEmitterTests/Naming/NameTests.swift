import Testing

@testable import ArazzoCompiler
@testable import ArazzoSwiftEmitter

@Suite("Names follow the API Design Guidelines")
struct NameTests {
  @Test(
    "A property",
    arguments: [
      ("accountId", "accountID"), ("wId", "wID"), ("specification_hash", "specificationHash"),
      ("url", "url"), ("user_ids", "userIDs"), ("userIDs", "userIDs"), ("HTTPUrl", "httpURL"),
      ("X-API-Key", "xAPIKey"), ("USER_NAME", "userName"), ("ID", "id"), ("iOS", "iOS"),
      ("URLs", "urls"), ("image urls", "imageURLs"), ("run-app-and-poll", "runAppAndPoll"),
      ("s3Bucket", "s3Bucket"), ("don't", "dont"), ("straße", "straße"), ("名前", "名前"),
      ("order.items[0]", "orderItems0"), ("Content-Type", "contentType"), ("x", "x"),
    ])
  func property(text: String, name: String) {
    #expect(SwiftName.lower(text) == name)
  }

  @Test(
    "A type",
    arguments: [
      ("accountId", "AccountID"), ("url list", "URLList"), ("iOS", "IOS"), ("apps_api", "AppsAPI"),
      ("run-app-and-poll", "RunAppAndPoll"), ("HTTPUrl", "HTTPURL"),
    ])
  func type(text: String, name: String) {
    #expect(SwiftName.upper(text) == name)
  }

  @Test(
    "What leaves no name is spelled out",
    arguments: [
      ("***", "asteriskAsteriskAsterisk"), ("1st", "value1st"), ("", "empty"), ("<=", "lessEqual"),
      ("😀", "u1F600"), ("42", "value42"), ("_", "underscore"), ("\u{202E}", "u202E"),
    ])
  func spelling(text: String, name: String) {
    #expect(SwiftName.lower(text) == name)
  }

  @Test("A name is no longer than a file's name may be")
  func length() {
    #expect(SwiftName.lower(String(repeating: "abc ", count: 500)).count <= 80)
    #expect(SwiftName.upper(String(repeating: "a", count: 500)).count <= 80)
  }
}

@Suite("Names that fall together")
struct NameScopeTests {
  @Test(
    "They are numbered in their order, around the names of others",
    arguments: [
      (["id", "id", "id"], ["id", "id2", "id3"]), (["id", "id", "id2"], ["id", "id3", "id2"]),
      (["a", "b"], ["a", "b"]), (["id2", "id", "id"], ["id2", "id", "id3"]),
    ])
  func numbers(wanted: [String], names: [String]) {
    #expect(NameScope.resolve(wanted) == names)
  }

  @Test("A name that is spoken for is not given")
  func taken() {
    #expect(NameScope.resolve(["run", "client"], taken: ["run"]) == ["run2", "client"])
  }

  @Test("Names that fall together get longer ones, and numbers where there are none")
  func longer() {
    let names = NameScope.resolve(shortestOf: [
      ["eu", "euWest"], ["eu", "euEast"], ["us", "usWest"], ["eu", "euEast"], ["ap", "apEast"],
      ["ap", "apEast"],
    ])
    #expect(names == ["euWest", "euEast", "us", "euEast2", "ap", "ap2"])
  }

  @Test("Files are told apart without case")
  func files() {
    var scope = NameScope(ignoresCase: true)
    scope.add("RunApp")
    scope.add("Runapp")
    #expect(scope.resolved() == ["RunApp", "Runapp2"])
  }
}

@Suite("Names of what a step has")
struct StepLocalNameTests {
  private func request(of step: String, functions: Set<String> = []) -> String {
    let ids = ["open", "openRequest", "sendRequest"]
    let steps = ids.map { id in
      StepPlan(id, call: .request("GET", "/x"), otherwise: .step("open", carrying: [], wait: nil))
    }
    let states = Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })
    return VariableNames(WorkflowPlan("w", steps: steps), states: states, taken: functions)
      .local("Request", of: step)
  }

  @Test("A step whose name says what it is does not say it twice")
  func saidOnce() {
    #expect(request(of: "sendRequest") == "sendRequest")
  }

  @Test("It does where something else has the name")
  func saidTwice() {
    #expect(request(of: "open") == "openRequest")
    #expect(request(of: "openRequest") == "openRequestRequest")
    #expect(request(of: "sendRequest", functions: ["sendRequest"]) == "sendRequestRequest")
  }
}

@Suite("What is known at endings")
struct ResultNameTests {
  private func names(_ results: [[EndingPlan]]) -> [String] {
    let outputs = [OutputPlan("id", from: "$steps.ask.outputs.id")]
    var workflow = WorkflowPlan(
      "ask", outputs: outputs, endings: results.flatMap(\.self), steps: [])
    workflow.results = ResultsPlan(results.map { (outputs, $0) })
    workflow.returnsOutcome = true
    let document = DocumentPlan(
      fileName: "ask.yaml", title: "Ask", servers: [], workflows: [workflow])
    let names = WorkflowNames(workflow, in: DocumentNames(document))
    return workflow.results.all.map(names.result)
  }

  @Test("Failures that share it have a name of their own, which is none of theirs")
  func failures() {
    let shared: [EndingPlan] = [.failure("denied"), .failure("gone")]
    #expect(names([[.completed], shared]) == ["Outputs", "FailureOutputs"])
    #expect(names([[.completed], [.failure("denied")]]) == ["Outputs", "DeniedOutputs"])
    #expect(
      names([[.completed], [.success("late"), .failure("gone")]]) == ["Outputs", "LateOutputs"])
  }

  @Test("Two groups of failures are told apart by their endings")
  func groups() {
    let groups: [[EndingPlan]] = [
      [.failure("denied"), .failure("gone")], [.failure("late"), .failure("lost")],
    ]
    #expect(names([[.completed]] + groups) == ["Outputs", "DeniedOutputs", "LateOutputs"])
  }
}
