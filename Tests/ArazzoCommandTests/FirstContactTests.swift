import Testing

@testable import ArazzoCommand

/// What somebody gives to the command who has not read anything about it.
@Suite("First contact")
struct FirstContactTests {
  private func run(_ document: String, _ files: [String: String]) throws -> Outcome {
    let command = try Command()
    for (name, text) in files { try command.scratch.write(text, to: name) }
    return command.run(document: document)
  }

  @Test("An OpenAPI file: an Arazzo description has to name it")
  func openAPI() throws {
    let outcome = try run("api.yaml", [:])
    #expect(outcome.status == .failure)
    #expect(
      outcome.locatedErrors == [
        "api.yaml:1:1: error: this is an OpenAPI 3.1.0 document, not an Arazzo description"
      ])
    #expect(
      outcome.errors.contains("help: pass an Arazzo description whose 'sourceDescriptions' name"))
  }

  @Test("A Postman collection: operations of an OpenAPI description are wanted")
  func postman() throws {
    let collection = #"{"info": {"_postman_id": "1", "name": "Shop"}, "item": []}"#
    let outcome = try run("shop.json", ["shop.json": collection])
    #expect(outcome.locatedErrors.first?.contains("error: this is a Postman collection") == true)
    #expect(outcome.errors.contains("help: workflows call operations of"))
  }

  @Test("A URL: it is fetched when that is asked for")
  func remote() throws {
    let outcome = CommandLineTool.run(["https://a.example/shop.arazzo.yaml", "-o", "/tmp/never"])
    #expect(outcome.status == .failure)
    #expect(outcome.errors.contains("documents aren't fetched from the network by default"))
    #expect(outcome.errors.contains("help: pass --allow-remote, or download it"))
  }

  @Test("A folder: the documents in it, or its configuration")
  func folder() throws {
    let documents = try run("sub", ["sub/a.arazzo.yaml": Sample.arazzo, "sub/notes.txt": ""])
    #expect(documents.errors.contains("is a folder, not a document"))
    #expect(documents.errors.contains("/sub/a.arazzo.yaml'\n"), "\(documents.errors)")
    let configured = try run("sub", ["sub/arazzo-gen.yaml": ""])
    #expect(
      configured.errors.contains("/sub/arazzo-gen.yaml\n")
        && configured.errors.contains("--config "))
  }

  @Test("A command without a document says what to type")
  func nothing() {
    for command in ["generate", "validate", "list", "graph"] {
      let outcome = CommandLineTool.run([command])
      #expect(
        outcome.status == .usage && outcome.errors.contains("arazzo-gen checkout.arazzo.yaml -o"))
    }
  }
}
