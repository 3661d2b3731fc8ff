/// Formats diagnostics as text: in the form that Xcode shows as inline issues, with the source line
/// and a caret.
///
/// ```
/// a.yaml:3:5: error: the key 'id' appears twice in this mapping
///   id: second
///   ^
/// a.yaml:1:5: note: the first one is here
///   help: …
/// ```
package struct DiagnosticPrinter: Sendable {
  /// How many errors of one document are shown.
  package static let errorLimit = 50

  private let usesColor: Bool

  /// - Parameter usesColor: Whether to use ANSI's colours, for a terminal.
  package init(usesColor: Bool = false) { self.usesColor = usesColor }

  /// One diagnostic, each of its lines with its end.
  package func text(for diagnostic: Diagnostic) -> String {
    let severity = paint(diagnostic.severity.rawValue + ":", diagnostic.severity.style)
    var lines = ["\(place(diagnostic.location)): \(severity) \(paint(diagnostic.message, .bold))"]
    if let excerpt = diagnostic.location.flatMap(SourceExcerpt.init(at:)) {
      lines.append("  \(excerpt.line)")
      lines.append("  \(String(repeating: " ", count: excerpt.caret))\(paint("^", .caret))")
    }
    if let suggestion = diagnostic.suggestion {
      lines.append("  \(paint("help:", .note)) \(suggestion)")
    }
    for related in diagnostic.related {
      lines.append("\(place(related.location)): \(paint("note:", .note)) \(related.message)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The diagnostics of one document; errors beyond ``errorLimit`` are counted and not shown.
  package func text(for diagnostics: [Diagnostic]) -> String {
    var errors = 0
    var text = ""
    for diagnostic in diagnostics {
      if diagnostic.severity == .error { errors += 1 }
      if diagnostic.severity == .error, errors > Self.errorLimit { continue }
      text += self.text(for: diagnostic)
    }
    let hidden = errors - Self.errorLimit
    if hidden > 0 { text += "… and \(hidden) more \(hidden == 1 ? "error" : "errors")\n" }
    return text
  }

  private func place(_ location: Location?) -> String {
    paint((location?.description ?? "arazzo-gen").withVisibleControls, .bold)
  }

  private func paint(_ text: String, _ style: TerminalStyle) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The style of a part of a diagnostic on a terminal: the parameters of ANSI's "select graphic
/// rendition".
private enum TerminalStyle: String {
  case bold = "1"
  case error = "1;31"
  case caret = "1;32"
  case warning = "1;35"
  case note = "1;36"
}

extension Diagnostic.Severity {
  fileprivate var style: TerminalStyle {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
