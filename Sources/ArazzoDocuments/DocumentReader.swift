/// Reads YAML 1.2 (core schema) and JSON into one node tree.
package enum DocumentReader {
  /// Reads one document, as JSON when its first character outside white space is `{` or `[` and it
  /// is JSON, else as YAML.
  ///
  /// The bytes are UTF-8, or UTF-16 with a byte order mark.
  ///
  /// - Throws: ``DocumentError`` with the place where reading stopped.
  package static func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> Node {
    try read(SourceText(decoding: bytes, name: name))
  }

  /// Reads a text that is decoded already.
  package static func read(_ source: SourceText) throws(DocumentError) -> Node {
    guard source.mayBeJSON else { return try readYAML(source) }
    let jsonError: DocumentError
    do { return try readJSON(source) } catch { jsonError = error }
    do { return try readYAML(source) } catch { throw source.looksLikeJSON ? jsonError : error }
  }

  /// Reads a text as JSON (RFC 8259) and nothing else; a key that stands twice is an error.
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

  /// Whether the author means JSON, and wants to hear what is wrong about it as JSON.
  fileprivate var looksLikeJSON: Bool {
    if name.lowercased().hasSuffix(".json") { return true }
    let start = text.utf8.lazy.filter { !$0.isJSONWhiteSpace }.prefix(2)
    return start.elementsEqual("{\"".utf8) || start.elementsEqual("{}".utf8)
  }
}
