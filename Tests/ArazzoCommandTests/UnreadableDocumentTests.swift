import Foundation
import Testing

@testable import ArazzoCommand

/// Whatever can't be read: exit status 1, an error at the file, the output folder as it was.
@Suite("A document that can't be read")
struct UnreadableDocumentTests {
  @Test(
    "is an error at its place, and nothing is written",
    arguments: [
      ("empty", "", "bad.yaml:1:1: error: "),
      ("YAML error", "arazzo: 1.0.1\ninfo: [1, 2\nworkflows: x\n", "bad.yaml:"),
      ("JSON error", "{\"arazzo\": \"1.0.1\",\n \"info\": }", "bad.yaml:2:10: error: "),
      ("not Arazzo", "openapi: 3.1.0\ninfo: {}\n", "bad.yaml:1:"),
      ("version 2", "arazzo: 2.0.0\ninfo: {}\n", "bad.yaml:1:9: error: "),
      ("a list", "- a\n- b\n", "bad.yaml:1:1: error: "),
    ])
  func content(name: String, text: String, place: String) throws {
    let command = try Command(arazzo: Sample.arazzo)
    try command.scratch.write(text, to: "bad.yaml")
    try command.scratch.write("let own = 1\n", to: "out/Own.swift")
    let outcome = command.run(document: "bad.yaml", ["--keep-going"])
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    #expect(outcome.locatedErrors.first?.hasPrefix(place) == true, "\(outcome.errors)")
    #expect(outcome.lastLine == "arazzo-gen: 0 of 0 workflows generated")
    #expect(command.output == ["Own.swift": "let own = 1\n"])
  }

  @Test("A folder is no document")
  func folder() throws {
    let command = try Command()
    try command.scratch.write("", to: "sub/x")
    let outcome = command.run(document: "sub")
    #expect(outcome.status == .failure)
    #expect(outcome.locatedErrors.first?.hasPrefix("sub:1:1: error: ") == true)
    #expect(command.output.isEmpty)
  }

  @Test("A file without permission is an error at its name")
  func permission() throws {
    let command = try Command()
    #expect(chmod(command.scratch.at("ping.yaml"), 0) == 0)
    let outcome = try command.runUnprivileged()
    #expect(outcome.status == .failure)
    #expect(outcome.locatedErrors.first?.hasPrefix("ping.yaml:1:1: error: ") == true)
  }

  @Test("A file that is not there is named, with what is there")
  func missing() throws {
    let outcome = try Command().run(document: "ping.yml")
    #expect(outcome.status == .failure)
    #expect(outcome.errors.hasPrefix("arazzo-gen: error: there is no file '"))
    #expect(outcome.errors.contains("ping.yaml'?"))
  }
}
