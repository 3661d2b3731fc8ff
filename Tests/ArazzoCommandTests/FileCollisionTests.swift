import Testing

@testable import ArazzoCommand

@Suite("Two documents that give a file the same name")
struct FileCollisionTests {
  /// Two documents with the workflow `ping`, the second with one that calls it and one of its own.
  private func documents(second: String = "pong.yaml") throws -> Command {
    let command = try Command()
    let more = """
        - { workflowId: both, steps: [{ stepId: s, workflowId: ping }] }
        - { workflowId: song, steps: [{ stepId: s, operationId: getPing }] }

      """
    try command.scratch.write(
      Sample.arazzo.replacing("url: api", with: "url: \(command.scratch.at("api"))") + more,
      to: second)
    return command
  }

  private func run(_ command: Command, _ second: String, _ more: String...) -> Outcome {
    command.run(document: "ping.yaml", [command.scratch.at(second)] + more)
  }

  @Test("end in an error that shows both places, and nothing is written")
  func bothPlaces() throws {
    let command = try documents()
    let outcome = run(command, "pong.yaml")
    #expect(outcome.status == .failure && command.output.isEmpty)
    #expect(outcome.locatedErrors.count == 1)
    #expect(outcome.locatedErrors[0].hasPrefix("pong.yaml:10:17: error: 'Ping.swift' would be"))
    #expect(outcome.errors.contains("ping.yaml:10:17: note: the other one is here"))
  }

  @Test("leave the rest to --keep-going: all but the second of them and what calls it")
  func keepGoing() throws {
    let command = try documents()
    let outcome = run(command, "pong.yaml", "--keep-going")
    #expect(outcome.status == .failure)
    #expect(outcome.lastLine == "arazzo-gen: 2 of 4 workflows generated")
    #expect(
      command.output.keys.sorted()
        == ["Ping.swift", "PingServers.swift", "PongServers.swift", "Song.swift"])
  }

  @Test("in two folders with one file name: every file is told of")
  func everyCollision() throws {
    let command = try documents(second: "other/ping.yaml")
    let outcome = run(command, "other/ping.yaml")
    #expect(outcome.locatedErrors.count == 2)
    #expect(
      outcome.locatedErrors.last?.hasPrefix("ping.yaml:1:1: error: 'PingServers.swift'") == true)
    #expect(run(command, "other/ping.yaml", "--keep-going").status == .failure)
    #expect(command.output.keys.sorted() == ["Ping.swift", "PingServers.swift"])
  }

  @Test("come with ways out that work as they are written", arguments: [0, 1])
  func waysOut(number: Int) throws {
    let command = try documents()
    let help = run(command, "pong.yaml").errors
    let texts = help.matches(of: #/'(documents: [^']*)'/#).map { String($0.1) }
    try #require(texts.count == 2)
    try command.scratch.write(texts[number] + "\noutput: out\n", to: "arazzo-gen.yaml")
    let outcome = CommandLineTool.run([
      "generate", "--config", command.scratch.at("arazzo-gen.yaml"),
    ])
    #expect(outcome.status == .success, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty && command.output.count >= 6)
  }

  @Test("A namespace that would hide a type of the runtime is refused")
  func namespace() throws {
    let command = try Command()
    let outcome = command.run("--namespace", "StepRequest")
    #expect(outcome.status == .failure && command.output.isEmpty)
    #expect(outcome.errors.contains("the namespace 'StepRequest' would hide a type"))
    #expect(outcome.errors.contains("as 'StepRequestWorkflows'"))
    #expect(command.run("--namespace", "StepRequestWorkflows").status == .success)
  }
}
