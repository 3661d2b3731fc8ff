/// Something to tell about a document.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  package let severity: Severity
  /// One line without control characters, whatever was quoted in it.
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
      self.message = message.withVisibleControls
      self.location = location
    }
  }

  package init(
    _ severity: Severity, _ message: String, at location: Location?, suggestion: String? = nil,
    related: [Related] = []
  ) {
    self.severity = severity
    self.message = message.withVisibleControls
    self.location = location
    self.suggestion = suggestion?.withVisibleControls
    self.related = related
  }
}
