/// Why a text is not a document.
package struct DocumentError: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension DocumentError {
  init(
    _ message: String, at location: Location, suggestion: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    self.init(
      Diagnostic(.error, message, at: location, suggestion: suggestion, related: related))
  }
}
