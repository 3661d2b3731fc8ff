/// Reads YAML 1.2 (core schema) and JSON into one node tree.
package enum DocumentReader {
  /// Reads one document, as JSON when its first character outside white space is `{` or `[` and it
  /// is JSON, else as YAML.
  ///
  /// - Throws: ``DocumentError`` with the place where reading stopped.
  package static func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> Node {
    throw DocumentError(Diagnostic(.error, "not read yet", at: nil))
  }
}

/// Why a text is not a document.
package struct DocumentError: Error {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
