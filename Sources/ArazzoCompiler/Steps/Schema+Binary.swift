import ArazzoDescriptions
import ArazzoDocuments

extension Schema {
  /// Whether the value is bytes, or each element of it: `format: binary` (OpenAPI 3.0), a
  /// `contentMediaType` of bytes that nothing encodes (3.1), `type: file` (2.0).
  var isBinary: Bool {
    if kinds == [.array], let items { return items.isBinaryItself }
    return isBinaryItself
  }

  private var isBinaryItself: Bool {
    if format == "binary" || node["type"]?.string == "file" { return true }
    guard kinds.isSubset(of: [.string]) else { return false }
    if let encoding = keyword("contentEncoding")?.string {
      return ["binary", "8bit"].contains(encoding.lowercased())
    }
    guard let type = keyword("contentMediaType")?.string else { return false }
    return !type.isTextMediaType && !type.isJSONMediaType
  }
}
