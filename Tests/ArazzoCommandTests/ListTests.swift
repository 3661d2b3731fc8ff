import Foundation
import Testing

@testable import ArazzoCommand

@Suite("arazzo-gen list")
struct ListTests {
  private typealias Object = [String: Any]

  private static let examples = URL(filePath: #filePath).appending(path: "../../Examples")
    .standardizedFileURL.path

  /// What is generated for a document with these settings, and what `list` says of it.
  private func generate(
    _ document: String, _ settings: String = "", _ command: Command
  ) throws -> Object {
    let path = document.hasPrefix("/") ? document : "\(Self.examples)/\(document)"
    let configuration = try command.scratch.write(
      "documents: [\(path)]\noutput: out\n\(settings)", to: "arazzo-gen.yaml")
    let outcome = CommandLineTool.run(["generate", "--config", configuration])
    #expect(outcome.status == .success, "\(outcome.errors)")
    return try list(["--config", configuration])
  }

  private func list(_ arguments: [String]) throws -> Object {
    let outcome = CommandLineTool.run(["list", "--format", "json"] + arguments)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((json as? [Object])?.first)
  }

  private func workflows(_ list: Object) throws -> [Object] {
    try #require(list["workflows"] as? [Object]).map { try #require($0["swift"] as? Object) }
  }

  /// Expects that the file declares what `list` names.
  private func check(_ names: Object, _ files: [String: String]) throws {
    let file = try #require(names["file"] as? String)
    let text = try #require(files[file], "there is no file \(file)")
    let imports = text.matches(of: #/(?m)^(?:@_spi\(\w+\) )?(?:\w+ )?import (\w+)$/#).map {
      String($0.1)
    }
    #expect(names["imports"] as? [String] == imports, "\(file)")
    let function = try #require((names["function"] as? String)?.split(separator: ".").last)
    let result = (names["result"] as? String)?.split(separator: ".").suffix(2)
    let arrow = result.map { " -> \($0.joined(separator: "."))" } ?? ""
    let labels = try #require(names["parameters"] as? [Object]).map {
      "\\s*\($0["label"] as? String ?? "_")\\b.*?"
    }
    let declaration = try Regex(
      "(?s)func \(function)\\(\(labels.joined(separator: ","))\\) async throws\\(WorkflowError\\)"
        + NSRegularExpression.escapedPattern(for: "\(arrow) {"))
    #expect(text.contains(declaration), "\(file) declares no such function")
    for (kind, name) in [
      ("inputs", "Inputs"), ("outputs", "Outputs"), ("outcome", "Outcome"), ("state", "State"),
    ] {
      let isDeclared = text.contains("struct \(name):") || text.contains("enum \(name):")
      let type = names[kind] as? String
      #expect((type?.hasSuffix("." + name) ?? false) == isDeclared, "\(file): \(kind)")
    }
    for ending in try #require(names["endings"] as? [Object]) {
      let name = try #require(ending["case"] as? String)
      let values = try #require(ending["values"] as? [String]).joined(separator: ", ")
      let declaration = "case \(name)" + (values.isEmpty ? "" : "(\(values))")
      #expect(
        unqualified(text, names).contains(unqualified(declaration, names) + "\n"),
        "\(file) has no '\(declaration)'")
    }
  }

  /// The text without the namespace and without the name of the workflow's own type.
  private func unqualified(_ text: String, _ names: Object) -> String {
    let outcome = (names["outcome"] as? String ?? "").replacing("Shop.", with: "")
    return text.replacing("Shop.", with: "")
      .replacing(outcome.replacing(".Outcome", with: "."), with: "")
  }

  @Test(
    "names files, imports, functions and types as the generated code declares them",
    arguments: [
      "Dust/run-app-and-poll.arazzo.yaml", "DataProducts/data-product-runs.arazzo.yaml",
      "Rules/flow.arazzo.yaml", "Rules/bodies.arazzo.yaml", "Rules/selectors.arazzo.yaml",
    ],
    ["", "namespace: Shop\nimports: [Foundation]\naccess: public\n"])
  func declarations(document: String, settings: String) throws {
    let command = try Command()
    let workflows = try workflows(try generate(document, settings, command))
    #expect(!workflows.isEmpty)
    for names in workflows { try check(names, command.output) }
  }

  @Test("goes by the chosen names and the single file, and puts the namespace before each name")
  func settings() throws {
    let command = try Command()
    let settings = """
      namespace: Shop
      singleFile: All.swift
      names: { workflows: { ping: knock } }

      """
    let list = try generate(command.scratch.at("ping.yaml"), settings, command)
    let names = try #require(try workflows(list).first)
    #expect(names["file"] as? String == "All.swift" && command.output["All.swift"] != nil)
    #expect(names["function"] as? String == "Shop.knock")
    let constants = (list["swift"] as? Object)?["servers"] as? [[String: String]]
    #expect(
      constants == [["source": "api", "name": "api", "constant": "Shop.PingServers.api"]])
  }

  @Test("gives the parameters of the function that runs the dependencies first")
  func dependencies() throws {
    let list = try list(["\(Self.examples)/Rules/flow.arazzo.yaml", "--workflow", "ship-order"])
    let names = try #require(
      try workflows(list).first { $0["function"] as? String == "shipOrder" })
    let parameters = try #require(names["parameters"] as? [Object])
    #expect(
      parameters.map { $0["type"] as? String } == [
        "ShipOrder.Inputs", "SettleOrder.Inputs", "WorkflowClient",
      ])
    #expect(
      parameters.map { $0["inputsOf"] as? String } == ["ship-order", "settle-order", nil])
    #expect(parameters.map { $0["label"] as? String } == [nil, "settleOrderInputs", "client"])
  }
}
