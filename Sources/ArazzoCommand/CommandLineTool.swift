import ArgumentParser
import Foundation

/// Runs the `arazzo-gen` command with arguments, and returns its exit status and output.
package enum CommandLineTool {
  package static let version = "0.1.0"

  /// Runs the command and returns its output, so that tests can run it.
  ///
  /// - Parameters:
  ///   - arguments: What follows the command's name.
  ///   - terminal: What standard error is connected to.
  ///   - sources: What `--runtime embedded` puts beside the code; a build of the tool for plugins
  ///     carries nothing.
  package static func run(
    _ arguments: [String], terminal: Terminal = .none, embedding sources: [RuntimeSource] = []
  ) -> Outcome {
    run(arguments, ToolPlace(terminal: terminal, runtime: sources))
  }

  private static func run(_ arguments: [String], _ place: ToolPlace) -> Outcome {
    guard !arguments.isEmpty else { return Outcome(.usage, errors: Help.brief) }
    if arguments == ["--help"] || arguments == ["-h"] {
      return Outcome(.success, output: Help.complete)
    }
    // Without the parser of arguments, which first looks into every option of every command.
    if arguments == ["--version"] { return Outcome(.success, output: version + "\n") }
    do {
      var command = try RootCommand.parseAsRoot(arguments)
      if let command = command as? any ToolCommand {
        return command.outcome(place)
      }
      try command.run()
      return Outcome(.success)
    } catch {
      return outcome(ofParsing: error)
    }
  }

  /// Runs the command on the process's own arguments and ends the process.
  ///
  /// - Parameter sources: What `--runtime embedded` puts beside the code.
  package static func runAndExit(embedding sources: [RuntimeSource] = []) -> Never {
    let place = ToolPlace(terminal: .ofProcess, runtime: sources)
    let outcome = run(Array(CommandLine.arguments.dropFirst()), place)
    FileHandle.standardError.writeIgnoringErrors(outcome.errors)
    FileHandle.standardOutput.writeIgnoringErrors(outcome.output)
    // The trees of the documents are not taken apart before the process ends.
    withExtendedLifetime(place) { exit(outcome.status.rawValue) }
  }

  /// Help and version are no errors and go to standard output.
  private static func outcome(ofParsing error: any Error) -> Outcome {
    let message = RootCommand.fullMessage(for: error) + "\n"
    return RootCommand.exitCode(for: error).isSuccess
      ? Outcome(.success, output: message) : Outcome(.usage, errors: message)
  }
}

extension FileHandle {
  /// A reader that has gone away (`arazzo-gen … | head`) is no reason to trap.
  func writeIgnoringErrors(_ text: String) {
    guard !text.isEmpty else { return }
    try? write(contentsOf: Data(text.utf8))
  }
}
