import Testing

@testable import ArazzoCommand

/// A scratch folder with the sample documents and an output folder beside them.
struct Command {
  let scratch: Scratch

  init(arazzo: String = Sample.arazzo, openAPI: String? = Sample.openAPI) throws {
    scratch = try Scratch()
    try scratch.write(arazzo, to: "ping.yaml")
    if let openAPI { try scratch.write(openAPI, to: "api.yaml") }
  }

  /// Generates `ping.yaml` into `out`.
  func run(_ more: String...) -> Outcome { run(document: "ping.yaml", more) }

  func run(
    document: String, _ more: [String] = [], embedding sources: [RuntimeSource] = []
  ) -> Outcome {
    CommandLineTool.run(
      [scratch.at(document), "-o", scratch.at("out")] + more, embedding: sources)
  }

  /// The output folder's files with their contents.
  var output: [String: String] { scratch.contents(of: "out") }
}

extension Outcome {
  /// The lines of standard error that say `FILE:LINE:COLUMN: error:`, as "FILE:LINE:COLUMN: …" with
  /// the file's folder left out.
  var locatedErrors: [String] {
    errors.split(separator: "\n").filter { $0.contains(#/:\d+:\d+: error: /#) }.map {
      String($0.replacing(#/^([^:\/]*\/)*/#, with: ""))
    }
  }

  var lastLine: String { errors.split(separator: "\n").last.map(String.init) ?? "" }
}
