/// Reads YAML 1.2 (core schema) and JSON into one node tree.
package enum DocumentReader {
  /// Reads one document, as JSON when its first character outside white space is `{` or `[` and it
  /// is JSON, else as YAML.
  ///
  /// The bytes are UTF-8, or UTF-16 with a byte order mark.
  ///
  /// - Parameter remark: Gets what is odd about a document that could be read all the same.
  /// - Throws: ``DocumentError`` with the place where reading stopped.
  package static func read(
    _ bytes: [UInt8], name: String, remark: (Diagnostic) -> Void = { _ in }
  ) throws(DocumentError) -> Node {
    try read(SourceText(decoding: bytes, name: name), remark: remark)
  }

  /// Reads a text that is decoded already.
  package static func read(
    _ source: SourceText, remark: (Diagnostic) -> Void = { _ in }
  ) throws(DocumentError) -> Node {
    guard source.mayBeJSON else { return try readYAML(source) }
    let jsonError: DocumentError
    do { return try readJSON(source) } catch { jsonError = error }
    do {
      let node = try readYAML(source)
      if source.isNamedJSON { remark(jsonError.asRemark) }
      return node
    } catch {
      throw source.looksLikeJSON ? jsonError : error
    }
  }

  /// Reads a text as JSON (RFC 8259) and nothing else; a key that appears twice is an error.
  package static func readJSON(_ source: SourceText) throws(DocumentError) -> Node {
    var reader = JSONReader(source)
    return try reader.read()
  }

  /// Reads a text as YAML and nothing else.
  package static func readYAML(_ source: SourceText) throws(DocumentError) -> Node {
    try YAMLReader.read(source)
  }
}

extension SourceText {
  /// Whether the first character outside white space starts a JSON object or array.
  fileprivate var mayBeJSON: Bool {
    let first = text.utf8.first { !$0.isJSONWhiteSpace }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Whether the text is meant to be JSON, so that errors are reported as JSON errors.
  fileprivate var looksLikeJSON: Bool {
    if isNamedJSON { return true }
    let start = text.utf8.lazy.filter { !$0.isJSONWhiteSpace }.prefix(2)
    return start.elementsEqual("{\"".utf8) || start.elementsEqual("{}".utf8)
  }

  fileprivate var isNamedJSON: Bool { name.lowercased().hasSuffix(".json") }
}

extension DocumentError {
  /// The error as a warning about a `.json` file that is only valid as YAML.
  fileprivate var asRemark: Diagnostic {
    Diagnostic(
      .warning, "this isn't valid JSON; reading it as YAML: \(diagnostic.message)",
      at: diagnostic.location, suggestion: diagnostic.suggestion)
  }
}

/// The reason why a text can't be read as YAML or JSON.
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
