/// An error, a warning or a note about a document.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  package let severity: Severity
  /// One line without control characters, whatever was quoted in it; without the count of places.
  private let text: String
  /// The place of the value at fault; `nil` only where no file could be read.
  package let location: Location?
  /// What to write or do instead, as a sentence or a spelling.
  package internal(set) var suggestion: String?
  /// Other places that belong to it, printed as notes.
  package let related: [Related]
  /// The corrected text of the locations, if it's known.
  package let fix: Fix?
  /// The message for all places of a cause, where that of the first doesn't fit the others.
  package internal(set) var commonText: String?
  /// Further places with the same cause, for programs to show.
  package internal(set) var otherPlaces: [Location] = []
  /// Whether it is about a spelling, which a document has everywhere or nowhere.
  package internal(set) var isDialect = false

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
    fix: Fix? = nil, related: [Related] = []
  ) {
    self.severity = severity
    text = message.withVisibleControls
    self.location = location
    self.suggestion = fix?.help ?? suggestion?.withVisibleControls
    self.fix = fix
    self.related = related
  }
}

extension Diagnostic {
  /// One line without control characters, with the number of its places where there are several.
  package var message: String {
    otherPlaces.isEmpty
      ? text : "\(commonText ?? text) (\(otherPlaces.count + 1) places; this is the first)"
  }

  /// A diagnostic for each location of the cause, for programs that show each at its location; a
  /// dialect stays one.
  package var places: [Diagnostic] {
    guard !isDialect else { return [self] }
    var first = self
    first.otherPlaces = []
    return [first]
      + otherPlaces.map { place in
        Diagnostic(
          severity, commonText ?? text, at: place, suggestion: suggestion, related: related)
      }
  }
}
