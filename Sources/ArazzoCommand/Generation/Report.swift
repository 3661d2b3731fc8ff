import ArazzoDocuments

/// What goes to standard error, in order.
struct Report {
  private(set) var text = ""
  private(set) var hasErrors = false
  private let printer: DiagnosticPrinter
  private let isTerminal: Bool

  init(terminal: Terminal) {
    printer = DiagnosticPrinter(usesColor: terminal.hasColor)
    isTerminal = terminal.isTerminal
  }

  /// Shows what was found in one document.
  mutating func add(_ diagnostics: Diagnostics) {
    if diagnostics.errorCount > 0 { hasErrors = true }
    text += printer.text(for: diagnostics)
  }

  mutating func add(_ error: ToolError) {
    hasErrors = true
    text += printer.text(
      for: Diagnostic(.error, error.message, at: nil, suggestion: error.suggestion))
  }

  mutating func say(_ sentence: String) { text += "arazzo-gen: \(sentence)\n" }

  /// Says what a person wants to hear and a build log does not.
  mutating func sayOnTerminal(_ sentence: String) {
    if isTerminal { say(sentence) }
  }
}
