import ArazzoDocuments
import Testing

@testable import ArazzoCommand
@testable import ArazzoDescriptions

@Suite("Many documents in one call")
struct ManyDocumentsTests {
  /// Documents that share a source; some use it in a way that is reported.
  private func documents(_ count: Int) throws -> (command: Command, names: [String]) {
    let command = try Command()
    let names = (0..<count).map { "flow\($0).yaml" }
    for (number, name) in names.enumerated() {
      let source = number % 4 == 3 ? Sample.withBrokenWorkflow : Sample.arazzo
      let spelling = number % 3 == 1 ? "$statusCode = 200" : "$statusCode == 200"
      try command.scratch.write(
        source.replacing("workflowId: ping", with: "workflowId: ping\(number)")
          .replacing("workflowId: pong", with: "workflowId: pong\(number)")
          .replacing("$statusCode == 200", with: spelling), to: name)
    }
    return (command, names)
  }

  private func run(_ command: Command, _ names: [String], to folder: String) -> Outcome {
    CommandLineTool.run(
      names.map(command.scratch.at) + ["-o", command.scratch.at(folder), "--keep-going"])
  }

  @Test("gives the files and the diagnostics of a call for each, in the documents' order")
  func sameAsAlone() throws {
    let (command, names) = try documents(8)
    let alone = names.map { run(command, [$0], to: "alone") }
    let together = run(command, names, to: "together")
    #expect(command.scratch.contents(of: "together") == command.scratch.contents(of: "alone"))
    // The second, the fifth and the eighth have an error in their only workflow, or in both.
    #expect(command.scratch.contents(of: "together").count == 10)
    // The last line of each says how many workflows were generated.
    let diagnostics = alone.flatMap { $0.errors.split(separator: "\n") }
      .filter { !$0.contains("workflows generated") }
    #expect(together.errors.split(separator: "\n").dropLast().elementsEqual(diagnostics))
    #expect(diagnostics.contains { $0.contains("error:") })
  }

  @Test("reads a source once, whichever documents name it")
  func sharedSource() throws {
    let (command, names) = try documents(8)
    let work = names.map {
      Workload.Document(path: command.scratch.at($0), settings: Settings())
    }
    let documents = CompiledDocument.compile(work, sharing: SourceStore())
    let sources = documents.compactMap { $0.inputs.last }
    #expect(sources.count == 8 && sources.allSatisfy { $0.name.hasSuffix("/api.yaml") })
    let texts = Set(
      sources.compactMap { try? $0.root.get().location.source }.map(ObjectIdentifier.init))
    #expect(texts.count == 1)
  }

  @Test("generates a document once that is named by several spellings of its path")
  func spellings() throws {
    let command = try Command()
    try command.scratch.write("output: out\ndocuments: [ping.yaml]\n", to: "arazzo-gen.yaml")
    let spellings = ["ping.yaml", "./ping.yaml", "none/../ping.yaml"].map(command.scratch.at)
    for options in [
      ["-o", command.scratch.at("given")], ["--config", command.scratch.at("arazzo-gen.yaml")],
    ] {
      let outcome = CommandLineTool.run(spellings + options)
      #expect(outcome.status == .success, "\(outcome.errors)")
    }
    #expect(
      command.scratch.contents(of: "given").keys.sorted() == ["Ping.swift", "PingServers.swift"])
    #expect(command.scratch.contents(of: "given") == command.output)
  }

  @Test("works on every value once, and keeps their order", arguments: [1, 2, 3, 16])
  func workers(threads: Int) {
    let begun = Shared<[Int]>([])
    let values = Array(0..<100)
    let results = Workers.map(values, threads: threads) { value in
      begun.withLock { $0.append(value) }
      return String(value)
    }
    #expect(results == values.map(String.init))
    #expect(begun.withLock { $0.sorted() } == values)
    #expect(Workers.map([Int](), threads: threads) { $0 }.isEmpty)
  }
}
