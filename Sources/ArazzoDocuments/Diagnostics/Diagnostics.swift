/// What the rooms found to say about one document, in the order they found it, each thing once: what
/// several steps share is read for each of them.
package final class Diagnostics {
  package private(set) var all: [Diagnostic] = []
  /// How many errors were reported, repeated ones and dialects under `--strict` too: a room that compares the count before and
  /// after its work learns whether anything of its own is wrong.
  package private(set) var errorCount = 0
  private var said: Set<Saying> = []
  private var dialects: [Dialect: (places: Set<Location>, first: Location, written: String)] = [:]
  private let strict: Bool

  /// - Parameter strict: Whether a dialect is an error (`--strict`).
  package init(strict: Bool = false) { self.strict = strict }

  package func error(
    _ message: String, at location: Location?, suggestion: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    add(Diagnostic(.error, message, at: location, suggestion: suggestion, related: related))
  }

  package func warning(_ message: String, at location: Location?, suggestion: String? = nil) {
    add(Diagnostic(.warning, message, at: location, suggestion: suggestion))
  }

  /// Reports something that is sent though the API description does not declare it (dialect P10): a
  /// warning each, since every one of them is another question, and an error under `--strict`.
  package func undeclared(_ message: String, at location: Location?, suggestion: String? = nil) {
    add(Diagnostic(strict ? .error : .warning, message, at: location, suggestion: suggestion))
  }

  package func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    say(diagnostic)
  }

  /// Counts a use of a dialect; ``finishDialects()`` says it once a document.
  ///
  /// - Parameter specSpelling: What the specification wants instead of what is written.
  package func dialect(_ dialect: Dialect, at location: Location, specSpelling: String) {
    if strict { errorCount += 1 }
    dialects[dialect, default: ([], location, specSpelling)].places.insert(location)
  }

  /// Turns the counted dialects into one diagnostic each.
  package func finishDialects() {
    for (dialect, use) in dialects.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let count = use.places.count
      let places = count == 1 ? "" : " (\(count) places, this is the first)"
      // Under --strict each use was counted as an error when it was found.
      say(
        Diagnostic(
          strict ? .error : .warning, "\(dialect.summary)\(places)", at: use.first,
          suggestion: use.written))
    }
    dialects = [:]
  }

  private func say(_ diagnostic: Diagnostic) {
    if said.insert(Saying(diagnostic)).inserted { all.append(diagnostic) }
  }
}

/// What makes two diagnostics the same.
private struct Saying: Hashable {
  let severity: Diagnostic.Severity
  let message: String
  let location: Location?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity
    message = diagnostic.message
    location = diagnostic.location
  }
}
