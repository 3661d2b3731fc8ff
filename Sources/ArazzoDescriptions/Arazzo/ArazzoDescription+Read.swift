import ArazzoDocuments

extension ArazzoDescription {
  /// Reads the description out of a document's nodes.
  ///
  /// Reports every mistake of shape with the place and the field's name. A workflow in which anything
  /// was reported as an error has ``Workflow/hasErrors`` set.
  ///
  /// - Returns: `nil` only where the document is no Arazzo description of a version that is read.
  ///   What could not be read is left out: the caller looks at ``Diagnostics/hasErrors``.
  package static func read(_ root: Node, _ diagnostics: Diagnostics) -> ArazzoDescription? {
    guard let version = ArazzoVersion.read(root, diagnostics),
      let fields = Fields(root, "the document", diagnostics)
    else { return nil }
    return ArazzoReader(fields, diagnostics).description(root, version: version)
  }
}
