import Foundation

/// The properties of standard error: whether it's a terminal, and whether it has colors.
package struct Terminal: Sendable {
  /// Whether it's a terminal.
  package var isTerminal: Bool
  package var hasColor: Bool

  /// Shows a text at once, before the command is done.
  package var show: @Sendable (String) -> Void = { _ in }

  package init(isTerminal: Bool, hasColor: Bool) {
    self.isTerminal = isTerminal
    self.hasColor = hasColor
  }

  /// A pipe or a file.
  package static let none = Terminal(isTerminal: false, hasColor: false)

  /// This process's standard error. A `NO_COLOR` that isn't empty turns color off.
  package static var ofProcess: Terminal {
    let isTerminal = isatty(STDERR_FILENO) == 1
    let noColor = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    var terminal = Terminal(isTerminal: isTerminal, hasColor: isTerminal && !noColor)
    terminal.show = { FileHandle.standardError.writeIgnoringErrors($0) }
    return terminal
  }
}

/// The progress line of a command with many documents.
struct ProgressLine {
  let terminal: Terminal

  func show(_ number: Int, of count: Int, _ name: String) {
    guard terminal.isTerminal, count > 1 else { return }
    // The start of the line, and everything after it away: a long name may not wrap.
    terminal.show("\r\u{1B}[K[\(number)/\(count)] \(String(name.suffix(60)))")
  }

  func clear() {
    if terminal.isTerminal { terminal.show("\r\u{1B}[K") }
  }
}
