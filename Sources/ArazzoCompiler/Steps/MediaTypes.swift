import ArazzoDescriptions
import ArazzoDocuments

extension MediaType {
  var isJSON: Bool { name.isJSONMediaType }
}

extension String {
  /// The type and subtype in lower case, without parameters.
  var mediaType: String {
    let type = Substring(utf8.prefix { $0 != UInt8(ascii: ";") }).lowercased()
    return type.utf8.contains(UInt8(ascii: " ")) ? type.filter { $0 != " " } : type
  }

  var isJSONMediaType: Bool {
    let type = mediaType
    return ["application/json", "text/json", "*/*", "application/*"].contains(type)
      || type.hasSuffix("+json")
  }

  var isFormMediaType: Bool { mediaType == "application/x-www-form-urlencoded" }

  var isMultipartMediaType: Bool { mediaType == "multipart/form-data" }

  /// Whether what is written in it is text.
  var isTextMediaType: Bool { mediaType.hasPrefix("text/") || isXMLMediaType }

  /// Whether a body of this type can be written.
  var isWritableMediaType: Bool {
    isJSONMediaType || isMultipartMediaType
      || !(mediaType.hasPrefix("multipart/") || contains("*")) && mediaType.contains("/")
  }

  /// Whether text in it is UTF-8, the default without a `charset`.
  var isInUTF8: Bool {
    let parameters = lowercased().split(separator: ";").dropFirst().map { parameter in
      parameter.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    }
    guard let charset = parameters.first(where: { $0.hasPrefix("charset=") }) else { return true }
    return charset.hasPrefix("charset=utf-8") || charset.hasPrefix("charset=utf8")
  }

  /// Whether a media range, as `image/*`, holds a media type.
  func holdsMediaType(_ type: String) -> Bool {
    let parts = mediaType.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return mediaType == "*/*" || mediaType == type.mediaType }
    return type.mediaType.hasPrefix(parts[0]) && type.mediaType.hasSuffix(parts[1])
  }

  /// Whether what is written in it is bytes and no text.
  var isBinaryMediaType: Bool {
    let type = mediaType
    let families = ["image/", "audio/", "video/", "font/"]
    if families.contains(where: type.hasPrefix) { return !isXMLMediaType }
    return [
      "application/octet-stream", "application/zip", "application/gzip", "application/x-gzip",
      "application/x-tar", "application/pdf", "application/x-zip-compressed",
    ].contains(type)
  }

  /// Whether the type is one of XML's (RFC 7303).
  var isXMLMediaType: Bool { mediaType.hasSuffix("/xml") || mediaType.hasSuffix("+xml") }
}

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
