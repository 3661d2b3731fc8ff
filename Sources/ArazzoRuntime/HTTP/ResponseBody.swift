/// The body of a response.
public struct ResponseBody: Sendable {
  /// The bytes, decompressed.
  public let bytes: [UInt8]
  /// The JSON value; `nil` where the body is empty, is no JSON, or has a media type that is not
  /// JSON's.
  public let json: JSONValue?

  init(_ bytes: [UInt8], contentType: String?) {
    self.bytes = bytes
    json = bytes.isEmpty || !Self.isJSON(contentType) ? nil : try? JSONValue(parsing: bytes)
  }

  /// The bytes as text in UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A member of the JSON object.
  public subscript(name: String) -> JSONValue? { json?[name] }

  /// An element of the JSON array.
  public subscript(index: Int) -> JSONValue? { json?[index] }

  /// Whether a media type is one of JSON's; a response without a media type is read as JSON too.
  private static func isJSON(_ contentType: String?) -> Bool {
    guard let contentType else { return true }
    let mediaType = contentType.prefix { $0 != ";" && $0 != "," }.lowercased()
    let subtype = mediaType.split(separator: "/").last?.filter { !$0.isWhitespace } ?? ""
    return subtype.isEmpty || subtype == "json" || subtype.hasSuffix("+json")
  }
}

extension ResponseBody: CustomStringConvertible, CustomReflectable {
  /// How many bytes there are; not what they are (rule H8).
  public var description: String { "\(bytes.count) bytes" }
  /// What `dump` shows: the number of bytes.
  public var customMirror: Mirror { Mirror(self, children: ["count": bytes.count]) }
}
