import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Finding operations")
struct OperationIndexTests {
  private func parcels(beside texts: [String: String] = [:]) throws -> OpenAPIDescription {
    try api(
      """
      openapi: 3.0.3
      paths:
        /parcels:
          parameters: []
          get: {operationId: list}
          post: {operationId: send}
        /parcels/{id}: {$ref: items.yml#/item}
        /lost: {$ref: '#/paths/~1nowhere'}
        /again:
          $ref: '#/paths/~1parcels'
          delete: {operationId: clear}
        x-note: 1
      """, beside: texts)
  }

  private let items = ["items.yml": "item:\n  get: {operationId: read}\n"]

  @Test("All methods of all paths are listed in the document's order, through references")
  func listing() throws {
    let description = try parcels(beside: items)
    #expect(
      description.operations.map { "\($0.method) \($0.path)" } == [
        "GET /parcels", "POST /parcels", "GET /parcels/{id}", "DELETE /again", "GET /again",
        "POST /again",
      ])
    #expect(
      description.problems.map(\.line) == [
        "8:17: error: '$ref' can't be resolved: there is no '#/paths/~1nowhere'"
      ])
  }

  @Test("Nothing is loaded before an operation is asked for")
  func laziness() throws {
    let loader = MemoryLoader(items)
    let description = try OpenAPIDescription.read(
      yaml("openapi: 3.0.3\npaths: {/a: {$ref: items.yml#/item}}\n"), loader: loader)
    #expect(loader.loaded == [])
    #expect(description.operations(withID: "read").map(\.path) == ["/a"])
    #expect(loader.loaded == ["items.yml"])
  }

  @Test("An operation is found by ID, by pointer and by path")
  func lookups() throws {
    let description = try parcels(beside: items)
    #expect(description.operations(withID: "send").map(\.path) == ["/parcels", "/again"])
    #expect(description.operations(withID: "clear").map(\.method) == ["DELETE"])
    #expect(description.operations(withID: "sent").isEmpty)
    #expect(description.entries(path: "/parcels").map(\.method) == ["GET", "POST"])
    #expect(description.entries(path: "/parcels/%7Bid%7D").map(\.method) == ["GET"])
  }

  @Test(
    "A pointer may be escaped, encoded or neither",
    arguments: [
      ["paths", "/parcels/{id}", "get"], ["paths", "/parcels/%7Bid%7D", "get"],
      ["paths", "", "parcels", "{id}", "get"],
    ])
  func pointers(tokens: [String]) throws {
    let entry = try parcels(beside: items).entry(atPointer: JSONPointer(tokens: tokens))
    #expect(entry?.id == "read")
  }

  @Test(
    "A pointer that leads to no operation finds none",
    arguments: [
      ["paths"], ["paths", "/parcels"], ["paths", "/parcels", "put"], ["info", "/parcels", "get"],
    ])
  func wrongPointers(tokens: [String]) throws {
    let entry = try parcels(beside: items).entry(atPointer: JSONPointer(tokens: tokens))
    #expect(entry?.path == nil)
  }
}
