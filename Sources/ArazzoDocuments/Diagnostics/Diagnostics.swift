/// Collects the diagnostics of one document, in order and without duplicates: parts that several
/// steps share are compiled once for each step.
package final class Diagnostics {
  package private(set) var all: [Diagnostic] = []
  /// How many errors were reported, repeated ones and dialects under `--strict` too.
  private var errorCount = 0
  private var reported: Set<DiagnosticKey> = []
  private var dialects: [Dialect: DialectUse] = [:]
  /// The index of the diagnostic of a cause, and the other locations of the cause.
  private var causes: [String: (index: Int, places: Set<Location>)] = [:]
  private let strict: Bool

  /// - Parameter strict: Whether a dialect is an error (`--strict`).
  package init(strict: Bool = false) { self.strict = strict }

  package func error(
    _ message: String, at location: Location?, suggestion: String? = nil, fix: Fix? = nil,
    related: [Diagnostic.Related] = []
  ) {
    add(
      Diagnostic(.error, message, at: location, suggestion: suggestion, fix: fix, related: related))
  }

  /// - Parameter cause: What the warning is about, where other places may have the same cause: all
  ///   of them are one warning, at the first place and with their count.
  /// - Parameter common: The message for several places, where `message` is about the first alone.
  package func warning(
    _ message: String, at location: Location?, cause: String? = nil, common: String? = nil,
    suggestion: String? = nil, fix: Fix? = nil
  ) {
    var warning = Diagnostic(.warning, message, at: location, suggestion: suggestion, fix: fix)
    warning.commonText = common?.withVisibleControls
    add(warning, cause: cause)
  }

  /// Reports something that is worth knowing and isn't a mistake. A cause is reported once, as for
  /// warnings.
  package func note(
    _ message: String, at location: Location?, cause: String? = nil, suggestion: String? = nil
  ) {
    add(Diagnostic(.note, message, at: location, suggestion: suggestion), cause: cause)
  }

  /// Reports something that is sent though the API description does not declare it (dialect P10): a
  /// warning for each cause, and an error under `--strict`.
  package func undeclared(
    _ message: String, at location: Location?, cause: String? = nil, suggestion: String? = nil,
    fix: Fix? = nil
  ) {
    let severity = strict ? Diagnostic.Severity.error : .warning
    add(Diagnostic(severity, message, at: location, suggestion: suggestion, fix: fix), cause: cause)
  }

  package func add(_ diagnostic: Diagnostic) { add(diagnostic, cause: nil) }

  /// Whether an error was reported.
  package var hasErrors: Bool { errorCount > 0 }

  /// Runs a closure, and returns whether it reported an error.
  package func scope<Result>(_ work: () -> Result) -> (result: Result, hasErrors: Bool) {
    let before = errorCount
    let result = work()
    return (result, errorCount > before)
  }

  /// Counts an error that is already reported, for a part that uses the wrong value.
  package func countAgain() { errorCount += 1 }

  private func add(_ diagnostic: Diagnostic, cause: String?) {
    if diagnostic.severity == .error { errorCount += 1 }
    guard let cause, let location = diagnostic.location else { return say(diagnostic) }
    let key = "\(diagnostic.severity) \(cause)"
    guard let known = causes[key] else {
      guard reported.insert(DiagnosticKey(diagnostic)).inserted else { return }
      causes[key] = (all.count, [location])
      return all.append(diagnostic)
    }
    guard causes[key]?.places.insert(location).inserted == true else { return }
    all[known.index].otherPlaces.append(location)
  }

  /// Counts a use of a dialect; ``finishDialects()`` reports it once for the document.
  ///
  /// - Parameters:
  ///   - specSpelling: The specification's spelling.
  ///   - fix: The corrected text of the place, where it is known.
  package func dialect(
    _ dialect: Dialect, at location: Location, specSpelling: String, fix: Fix? = nil
  ) {
    if strict { errorCount += 1 }
    dialects[dialect, default: DialectUse(first: location, written: specSpelling)]
      .add(location, fix)
  }

  /// Turns the counted dialects into one diagnostic each.
  package func finishDialects() {
    for (dialect, use) in dialects.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      // Under --strict each use was counted as an error when it was found.
      say(use.diagnostic(dialect, strict ? .error : .warning))
    }
    dialects = [:]
  }

  private func say(_ diagnostic: Diagnostic) {
    if reported.insert(DiagnosticKey(diagnostic)).inserted { all.append(diagnostic) }
  }
}

/// The locations where a document uses a dialect.
private struct DialectUse {
  let first: Location
  let written: String
  private var places: [Location] = []
  private var known: Set<Location> = []
  private var fixes: [Fix] = []
  private var firstFix: Fix?

  init(first: Location, written: String) {
    self.first = first
    self.written = written
  }

  mutating func add(_ place: Location, _ fix: Fix?) {
    guard known.insert(place).inserted else { return }
    places.append(place)
    if place == first { firstFix = fix }
    if let fix { fixes.append(fix) }
  }

  func diagnostic(_ dialect: Dialect, _ severity: Diagnostic.Severity) -> Diagnostic {
    var diagnostic = Diagnostic(severity, dialect.summary, at: first, fix: Fix.merged(fixes))
    diagnostic.suggestion = firstFix?.help ?? written.withVisibleControls
    diagnostic.otherPlaces = Array(places.dropFirst())
    diagnostic.isDialect = true
    return diagnostic
  }
}

/// The parts that identify a diagnostic: a diagnostic with the same key is not reported again.
private struct DiagnosticKey: Hashable {
  let severity: Diagnostic.Severity
  let message: String
  let location: Location?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity
    message = diagnostic.message
    location = diagnostic.location
  }
}
