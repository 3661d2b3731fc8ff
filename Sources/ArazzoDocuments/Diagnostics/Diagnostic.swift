/// Something to tell about a document.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  package let severity: Severity
  package let message: String
  /// The place of the value at fault; `nil` only where no file could be read.
  package let location: Location?
  /// What to write or do instead, as a sentence or a spelling.
  package let suggestion: String?
  /// Other places that belong to it, printed as notes.
  package let related: [Related]

  package struct Related: Sendable {
    package let message: String
    package let location: Location

    package init(_ message: String, at location: Location) {
      self.message = message
      self.location = location
    }
  }

  package init(
    _ severity: Severity, _ message: String, at location: Location?, suggestion: String? = nil,
    related: [Related] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.suggestion = suggestion
    self.related = related
  }
}

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

/// A spelling that published documents use though the specification does not have it.
package enum Dialect: String, Sendable, Hashable {
  case p01UnbracedExpression, p02DottedReference, p03LooseSpelling, p04JSONPathComparison
  case p05FilterOnObject, p06JSONLiteral, p07UnquotedText, p08LooseOperation, p09RetryOnSuccess
  case p10Undeclared, p12BracedWholeValue

  /// The sentence that the diagnostic starts with.
  package var summary: String {
    switch self {
    case .p01UnbracedExpression: "an expression inside a longer string is not braced"
    case .p02DottedReference: "dots and indexes after a reference are read as a JSON Pointer"
    case .p03LooseSpelling: "a runtime expression is not spelled as the specification has it"
    case .p04JSONPathComparison: "a comparison in a 'jsonpath' criterion is not an RFC 9535 query"
    case .p05FilterOnObject: "a filter is applied to an object"
    case .p06JSONLiteral: "a JSON value stands as a condition"
    case .p07UnquotedText: "a string in a condition is not quoted"
    case .p08LooseOperation: "an operation is not named as the specification has it"
    case .p09RetryOnSuccess: "'retry' stands under 'onSuccess'"
    case .p10Undeclared: "something that the API description does not declare is sent"
    case .p12BracedWholeValue: "a whole value in braces is text by the specification"
    }
  }
}
