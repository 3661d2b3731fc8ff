/// What the rooms found to say about one document, in the order they found it.
package final class Diagnostics {
  package private(set) var all: [Diagnostic] = []
  private var dialects: [Dialect: (count: Int, first: Location, written: String)] = [:]
  private let strict: Bool

  /// - Parameter strict: Whether a dialect is an error (`--strict`).
  package init(strict: Bool = false) { self.strict = strict }

  package var errorCount: Int { all.count { $0.severity == .error } }

  package func error(
    _ message: String, at location: Location?, suggestion: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    all.append(
      Diagnostic(.error, message, at: location, suggestion: suggestion, related: related))
  }

  package func warning(_ message: String, at location: Location?, suggestion: String? = nil) {
    all.append(Diagnostic(.warning, message, at: location, suggestion: suggestion))
  }

  package func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }

  /// Counts a use of a dialect; ``finishDialects()`` says it once a document.
  ///
  /// - Parameter specSpelling: What the specification wants instead of what is written.
  package func dialect(_ dialect: Dialect, at location: Location, specSpelling: String) {
    if let seen = dialects[dialect] {
      dialects[dialect] = (seen.count + 1, seen.first, seen.written)
    } else {
      dialects[dialect] = (1, location, specSpelling)
    }
  }

  /// Turns the counted dialects into one diagnostic each.
  package func finishDialects() {
    for (dialect, use) in dialects.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let places = use.count == 1 ? "" : " (\(use.count) places, this is the first)"
      all.append(
        Diagnostic(
          strict ? .error : .warning, "\(dialect.summary)\(places)", at: use.first,
          suggestion: use.written))
    }
    dialects = [:]
  }
}
