import ArazzoDocuments
import Foundation

/// Where documents come from: files, each read once.
package protocol DocumentLoading: AnyObject {
  /// Reads the document that `reference` names, seen from the document `base`.
  ///
  /// - Parameters:
  ///   - reference: A relative or absolute URL or path, without fragment.
  ///   - base: The text that the reference stands in.
  /// - Throws: ``LoadError``, to be reported at the reference's own place, or ``DocumentError``
  ///   with a place in the loaded file.
  func load(_ reference: String, from base: SourceText) throws -> Node
}

/// Why a document could not be had.
package struct LoadError: Error {
  package let message: String
  package let suggestion: String?

  package init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }
}
