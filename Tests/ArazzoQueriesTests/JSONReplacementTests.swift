@_spi(Generated) import ArazzoQueries
@_spi(Generated) import ArazzoRuntime
import Testing

@Suite("Replacements in a JSON payload")
struct JSONReplacementTests {
  private let run = WorkflowRun("w", client: WorkflowClient())
  private let payload: JSONValue = [
    "a": ["b": [1, 2]], "items": [["sku": "x", "n": 1], ["sku": "y", "n": 2]],
  ]

  private func replaced(
    _ replacement: JSONReplacement, in payload: JSONValue?
  ) throws -> JSONValue? {
    let request = run.request(
      step: "s", method: "POST", path: "/", server: APIServer("api", url: "https://a.test"))
    let result = request.json(payload, replacing: replacement)
    try request.check()
    return result
  }

  private func replaced(_ replacement: JSONReplacement) throws -> JSONValue? {
    try replaced(replacement, in: payload)
  }

  @Test(
    "A pointer's last token is inserted where it leads nowhere",
    arguments: [
      ("/a/b/0", "/a/b", [9, 2]), ("/a/b/-", "/a/b", [1, 2, 9]), ("/a/b/2", "/a/b", [1, 2, 9]),
      ("/a/c", "/a", ["b": [1, 2], "c": 9]), ("/a", "/a", 9), ("", "", 9),
    ] as [(JSONPointer, JSONPointer, JSONValue)])
  func pointers(target: JSONPointer, place: JSONPointer, expected: JSONValue) throws {
    #expect(try replaced(JSONReplacement(target, with: 9))?.value(at: place) == expected)
  }

  @Test("A query replaces every node")
  func nodes() throws {
    let path = JSONPath("items", .each, "n")
    let all = try replaced(JSONReplacement(path, as: "$.items[*].n", with: 0))
    #expect(all?.value(at: "/items") == [["sku": "x", "n": 0], ["sku": "y", "n": 0]])
    let every = try replaced(JSONReplacement(JSONPath(.anywhere, .each), as: "$..*", with: 0))
    #expect(every == ["a": 0, "items": 0])
  }

  @Test(
    "Nothing at the target is an error that names it",
    arguments: [
      (JSONReplacement("/x/y", with: 1), "/x/y"), (JSONReplacement("/a/b/7", with: 1), "/a/b/7"),
      (JSONReplacement("/a/b/01", with: 1), "/a/b/01"),
      (JSONReplacement(JSONPath("no"), as: "$.no", with: 1), "$.no"),
    ])
  func nothing(replacement: JSONReplacement, target: String) throws {
    let error = #expect(throws: WorkflowError.self) { try replaced(replacement) }
    #expect("\(String(describing: error))".contains("replacement at \"\(target)\""))
  }

  @Test("A missing value leaves the target, a missing payload stays missing")
  func missing() throws {
    let none: JSONValue? = nil
    #expect(try replaced(JSONReplacement("/a", with: none)) == payload)
    #expect(try replaced(JSONReplacement("/a", with: 1), in: none) == nil)
  }

  @Test("Many nodes take no longer than there are")
  func many() throws {
    let numbers = JSONValue.array((0..<100_000).map { .object(["n": JSONValue($0)]) })
    let path = JSONPath(.each, "n")
    let result = try replaced(JSONReplacement(path, as: "$", with: true), in: numbers)
    #expect(result?.value(at: "/99999/n") == true)
  }
}
