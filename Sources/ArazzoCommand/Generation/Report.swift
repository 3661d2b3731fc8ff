import ArazzoDocuments

/// What there is to tell about the documents, in order.
struct Report {
  private(set) var text = ""
  private(set) var hasErrors = false
  private var all: [Diagnostic] = []
  private let format: DiagnosticFormat
  private let printer: DiagnosticPrinter
  private let isTerminal: Bool
  /// Whether what is merely worth knowing is told as well.
  private let showsNotes: Bool

  init(terminal: Terminal, format: DiagnosticFormat = .text, showsNotes: Bool = false) {
    self.showsNotes = showsNotes
    printer = DiagnosticPrinter(usesColor: terminal.hasColor)
    isTerminal = terminal.isTerminal
    self.format = format
  }

  /// Shows what was found in one document.
  mutating func add(_ diagnostics: Diagnostics) {
    if diagnostics.hasErrors { hasErrors = true }
    let shown = diagnostics.all.filter { showsNotes || $0.severity != .note }
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

  /// Says what a person wants to hear and a build log does not.
  mutating func sayOnTerminal(_ sentence: String) {
    if isTerminal { say(sentence) }
  }

  /// What goes to standard output for a program to read; nothing for people.
  var structured: String {
    switch format {
    case .text: ""
    case .json: DiagnosticListing(all).json
    case .sarif: DiagnosticListing(all).sarif
    }
  }
}
