import Foundation

/// What is known of the place that standard error goes to.
package struct Terminal: Sendable {
  /// Whether somebody is looking at it.
  package var isTerminal: Bool
  package var hasColor: Bool

  package init(isTerminal: Bool, hasColor: Bool) {
    self.isTerminal = isTerminal
    self.hasColor = hasColor
  }

  /// A pipe or a file.
  package static let none = Terminal(isTerminal: false, hasColor: false)

  /// This process's standard error. `NO_COLOR`, set to anything but nothing, turns colour off.
  package static var ofProcess: Terminal {
    let isTerminal = isatty(STDERR_FILENO) == 1
    let noColor = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Terminal(isTerminal: isTerminal, hasColor: isTerminal && !noColor)
  }
}
