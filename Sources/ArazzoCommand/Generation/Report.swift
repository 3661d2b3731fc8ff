import ArazzoDocuments

/// The diagnostics of all documents, in order.
struct Report {
  private(set) var text = ""
  private(set) var hasErrors = false
  private var all: [Diagnostic] = []
  private let format: DiagnosticFormat
  private let printer: DiagnosticPrinter
  private let isTerminal: Bool
  /// Whether notes are shown too.
  private let showsNotes: Bool

  init(terminal: Terminal, format: DiagnosticFormat = .text, showsNotes: Bool = false) {
    self.showsNotes = showsNotes
    printer = DiagnosticPrinter(usesColor: terminal.hasColor)
    isTerminal = terminal.isTerminal
    self.format = format
  }

  /// Shows what was found in one document.
  mutating func add(_ document: CompiledDocument) {
    add(document.findings, hasErrors: document.hasErrors)
  }

  mutating func add(_ diagnostics: Diagnostics) {
    add(diagnostics.all, hasErrors: diagnostics.hasErrors)
  }

  private mutating func add(_ findings: [Diagnostic], hasErrors: Bool) {
    if hasErrors { self.hasErrors = true }
    let shown = findings.filter { showsNotes || $0.severity != .note }
    all += shown
    if format == .text { text += printer.text(for: shown) }
  }

  mutating func add(_ error: ToolError) {
    add(Diagnostic(.error, error.message, at: nil, suggestion: error.suggestion))
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { hasErrors = true }
    all.append(diagnostic)
    if format == .text { text += printer.text(for: diagnostic) }
  }

  mutating func say(_ sentence: String) {
    if format == .text { text += "arazzo-gen: \(sentence)\n" }
  }

  /// Prints a message for people, which a build log doesn't need.
  mutating func sayOnTerminal(_ sentence: String) {
    if isTerminal { say(sentence) }
  }

  /// The output for programs on standard output; empty for text output.
  var structured: String {
    switch format {
    case .text: ""
    case .json: DiagnosticListing(all).json
    case .sarif: DiagnosticListing(all).sarif
    case .github: DiagnosticListing(all).github
    }
  }
}
