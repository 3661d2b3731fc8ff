import Foundation

/// The body of a response.
public struct ResponseBody: Sendable {
  /// The bytes, decompressed.
  public let bytes: [UInt8]
  /// The JSON value; `nil` where the body is empty, is no JSON, or has a media type that is not
  /// JSON's.
  public let json: JSONValue?

  private let contentType: String?

  init(_ bytes: [UInt8], contentType: String?) {
    self.bytes = bytes
    self.contentType = contentType
    json = bytes.isEmpty || !Self.isJSON(contentType) ? nil : try? JSONValue(parsing: bytes)
  }

  /// The bytes as text, in the character set of the media type or in UTF-8; `nil` where there are
  /// none.
  public var text: String? {
    if bytes.isEmpty { return nil }
    let encoding = Self.encoding(contentType)
    let text = encoding == .utf8 ? nil : String(bytes: bytes, encoding: encoding)
    return text ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes; `nil` where there are none.
  public var data: Data? { bytes.isEmpty ? nil : Data(bytes) }

  /// A member of the JSON object.
  public subscript(name: String) -> JSONValue? { json?[name] }

  /// An element of the JSON array.
  public subscript(index: Int) -> JSONValue? { json?[index] }

  private static func encoding(_ contentType: String?) -> String.Encoding {
    let parameters = contentType?.lowercased().split(separator: ";").dropFirst() ?? []
    let pairs = parameters.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    switch pairs.first(where: { $0.hasPrefix("charset=") })?.dropFirst("charset=".count) {
    case "iso-8859-1", "latin1", "windows-1252": return .windowsCP1252
    case "utf-16": return .utf16
    case "utf-16be": return .utf16BigEndian
    case "utf-16le": return .utf16LittleEndian
    default: return .utf8
    }
  }

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
