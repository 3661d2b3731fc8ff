import Foundation

/// The body of a response.
public struct ResponseBody: Sendable {
  /// The bytes, decompressed.
  public let bytes: [UInt8]
  /// The JSON value; `nil` where the body is empty, is no JSON, or has a media type that is not
  /// JSON's. A stream of events is the list of them, each with `event`, `data` and `id`.
  public let json: JSONValue?

  let mediaType: MediaType?

  init(_ bytes: [UInt8], contentType: String?) {
    self.bytes = bytes
    mediaType = MediaType(contentType)
    if mediaType?.isEventStream == true {
      json = .array(EventStreamParser.events(in: bytes).map(\.json))
    } else if !bytes.isEmpty, mediaType?.isJSON ?? true {
      json = try? JSONValue(parsing: bytes)
    } else {
      json = nil
    }
  }

  /// The bytes as text, in the character set of the media type or in UTF-8; `nil` where there are
  /// none, and where nothing is known of the character set.
  public var text: String? {
    guard !bytes.isEmpty, let encoding else { return nil }
    let text = encoding == .utf8 ? nil : String(bytes: bytes, encoding: encoding)
    return text ?? String(decoding: bytes, as: UTF8.self)
  }

  /// A text that is a scalar, such as the `42` of a `text/plain` body, white space around it aside;
  /// `nil` where it is another text.
  public func scalar<Value: JSONDecodable>(as type: Value.Type = Value.self) -> Value? {
    let text = text.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return text.flatMap { Value(lossless: .string($0)) }
  }

  /// The bytes; `nil` where there are none.
  public var data: Data? { bytes.isEmpty ? nil : Data(bytes) }

  /// The body as a value of any kind: JSON, else its text where the media type is one of text, else
  /// the bytes in base64; `nil` where it is empty, or a text that can't be read.
  public var value: JSONValue? {
    if let json { return json }
    guard !bytes.isEmpty else { return nil }
    if mediaType?.isText ?? false { return text.map(JSONValue.string) }
    return .string(Data(bytes).base64EncodedString())
  }

  /// A member of the JSON object.
  public subscript(name: String) -> JSONValue? { json?[name] }

  /// An element of the JSON array, from the end where the index is negative.
  public subscript(index: Int) -> JSONValue? { json?[index] }

  /// Why there is no JSON value, after "the body is".
  var fault: String {
    let fault = mediaType?.isJSON == false ? "not JSON by its Content-Type" : "no valid JSON"
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
  /// How many bytes there are; not what they are (rule H8).
  public var description: String { "\(bytes.count) bytes" }
  /// What `dump` shows: the number of bytes.
  public var customMirror: Mirror { Mirror(self, children: ["count": bytes.count]) }
}
