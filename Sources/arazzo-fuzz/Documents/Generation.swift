import ArazzoCommand
import Foundation

/// The whole way from documents to Swift, and what must be true of it whatever the documents say.
struct Generation {
  let input: FuzzCase
  let workspace: Workspace

  /// The namespace of the case's output.
  var name: String { "C\(input.number)" }

  private var arguments: [String] {
    [
      workspace.input.appending(path: input.document).path, "-o", workspace.output.path,
      "--namespace", name,
    ]
  }

  /// Generates once.
  func run() throws -> Verdict {
    let outcome = CommandLineTool.run(arguments)
    let isWritten = FileManager.default.fileExists(atPath: workspace.output.path)
    switch outcome.status {
    case .success:
      guard isWritten else { throw FuzzFailure("nothing is written: \(outcome.errors)") }
      return .accepted
    case .failure:
      if isWritten { throw FuzzFailure("there are errors, and files are written") }
      try checkErrors(outcome.errors)
      return .refused
    case .notCurrent, .usage:
      throw FuzzFailure("the status is \(outcome.status.rawValue): \(outcome.errors)")
    }
  }

  /// Generates a second time, which must give the same.
  func checkRepetition(of verdict: Verdict) throws {
    if verdict == .refused {
      guard CommandLineTool.run(arguments).errors == CommandLineTool.run(arguments).errors else {
        throw FuzzFailure("the errors differ from run to run")
      }
      return
    }
    let outcome = CommandLineTool.run(arguments + ["--check"])
    guard outcome.status == .success else {
      throw FuzzFailure("the second output differs:\n\(outcome.output)\(outcome.errors)")
    }
  }

  /// At least one error, and each with its place.
  private func checkErrors(_ text: String) throws {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    let errors = lines.filter { $0.hasPrefix("error: ") || $0.contains(": error: ") }
    guard !errors.isEmpty else { throw FuzzFailure("there is no error in: \(text)") }
    for error in errors where !error.hasPlace {
      throw FuzzFailure("an error has no place: \(error)")
    }
  }
}

extension Substring {
  /// Whether the line is `FILE:LINE:COLUMN: error: …`.
  fileprivate var hasPlace: Bool {
    guard let end = firstRange(of: ": error: ") else { return false }
    let parts = self[..<end.lowerBound].split(separator: ":").suffix(2)
    return parts.count == 2 && parts.allSatisfy { Int($0).map { $0 > 0 } ?? false }
  }
}
