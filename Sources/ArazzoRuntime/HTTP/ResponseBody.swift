import Foundation

/// The body of a response.
public struct ResponseBody: Sendable {
  /// One word: generated code copies the body for each value that it reads.
  private let content: Content

  private final class Content: Sendable {
    let bytes: [UInt8]
    let mediaType: MediaType?
    let json: JSONValue?

    init(_ bytes: [UInt8], _ mediaType: MediaType?, _ json: JSONValue?) {
      (self.bytes, self.mediaType, self.json) = (bytes, mediaType, json)
    }
  }

  init(_ bytes: [UInt8], contentType: String?) {
    let mediaType = MediaType(contentType)
    content = Content(bytes, mediaType, Self.json(of: bytes, mediaType))
  }

  private static func json(of bytes: [UInt8], _ mediaType: MediaType?) -> JSONValue? {
    if mediaType?.isEventStream == true {
      return .array(EventStreamParser.events(in: bytes).map(\.json))
    }
    guard !bytes.isEmpty, mediaType?.isJSON ?? true else { return nil }
    return try? JSONValue(parsing: bytes)
  }

  var mediaType: MediaType? { content.mediaType }
  /// The bytes, decompressed.
  public var bytes: [UInt8] { content.bytes }
  /// The JSON value; `nil` if the body is empty or not valid JSON, or if its media type is not
  /// JSON.
  ///
  /// An event stream is an array of objects with the members `event`, `data` and `id`.
  public var json: JSONValue? { content.json }

  /// The body as text, in the character set of its media type, by default UTF-8; `nil` if the body
  /// is empty or the character set is unknown.
  public var text: String? {
    guard !bytes.isEmpty, let encoding else { return nil }
    let text = encoding == .utf8 ? nil : String(bytes: bytes, encoding: encoding)
    return text ?? String(decoding: bytes, as: UTF8.self)
  }

  /// The text as a scalar, such as the `42` of a `text/plain` body, without surrounding white
  /// space; `nil` if it isn't such a value.
  @_spi(Generated) public func scalar<Value: JSONDecodable>(as type: Value.Type = Value.self)
    -> Value?
  {
    let text = text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return text.flatMap { Value(lossless: .string($0)) }
  }

  /// The bytes; `nil` if there are none.
  public var data: Data? { bytes.isEmpty ? nil : Data(bytes) }

  /// The body as a JSON value: its JSON, its text if the media type is textual, or its bytes in
  /// base64. `nil` if the body is empty or its text cannot be decoded.
  public var value: JSONValue? {
    if let json { return json }
    guard !bytes.isEmpty else { return nil }
    if mediaType?.isText ?? false { return text.map(JSONValue.string) }
    return .string(Data(bytes).base64EncodedString())
  }

  /// A member, if the body is a JSON object.
  public subscript(name: String) -> JSONValue? { json?[name] }

  /// An element, if the body is a JSON array. A negative index counts from the end.
  public subscript(index: Int) -> JSONValue? { json?[index] }

  /// Why there is no JSON value, after "the body is".
  var fault: String {
    let fault =
      mediaType?.isJSON == false ? "not JSON according to its Content-Type" : "not valid JSON"
    return bytes.isEmpty ? "empty" : "\(fault) (\(self))"
  }

  /// Why there is no text, after "the body is".
  var textFault: String {
    guard !bytes.isEmpty else { return "empty" }
    return "in the character set '\(mediaType?.parameter("charset") ?? "")', which can't be read"
  }

  /// `nil` where the media type names a character set that is not known.
  private var encoding: String.Encoding? {
    switch mediaType?.parameter("charset") {
    case nil, "", "utf-8", "utf8", "us-ascii", "ascii": .utf8
    // As browsers read it, which differs only where ISO 8859-1 has control characters.
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "windows-1252", "cp1252":
      .windowsCP1252
    case "iso-8859-2", "latin2": .isoLatin2
    case "utf-16": .utf16
    case "utf-16be": .utf16BigEndian
    case "utf-16le": .utf16LittleEndian
    case "shift_jis": .shiftJIS
    case "euc-jp": .japaneseEUC
    default: nil
    }
  }
}

extension ResponseBody: CustomStringConvertible, CustomReflectable {
  /// The number of bytes, not their content (rule H8).
  public var description: String { "\(bytes.count) bytes" }
  /// What `dump` shows: the number of bytes.
  public var customMirror: Mirror { Mirror(self, children: ["count": bytes.count]) }
}
