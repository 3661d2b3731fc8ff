import ArazzoDocuments

/// Reports duplicate names.
struct Duplicates {
  private var seen: [String: Location] = [:]
  private let severity: Diagnostic.Severity
  private let diagnostics: Diagnostics

  init(_ diagnostics: Diagnostics, severity: Diagnostic.Severity = .error) {
    self.severity = severity
    self.diagnostics = diagnostics
  }

  /// - Parameter key: What must be unique, where it is more than the name in `what`.
  mutating func check(_ what: String, key: String, at location: Location) {
    guard let first = seen[key] else {
      seen[key] = location
      return
    }
    diagnostics.add(
      Diagnostic(
        severity, "\(what) is declared twice", at: location,
        related: [Diagnostic.Related("the first one is here", at: first)]))
  }
}
