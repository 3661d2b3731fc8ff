/// The result of a run of the command.
package struct Outcome: Sendable {
  package let status: ExitStatus
  /// The text on standard output.
  package let output: String
  /// The text on standard error.
  package let errors: String

  init(_ status: ExitStatus, output: String = "", errors: String = "") {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// The exit statuses of the command.
package enum ExitStatus: Int32, Sendable {
  case success = 0
  /// There are errors in the documents, or a file can't be read or written.
  case failure = 1
  /// `--check` found that the output folder is not what would be written today.
  case notCurrent = 2
  /// The arguments make no sense (`EX_USAGE`).
  case usage = 64
}
