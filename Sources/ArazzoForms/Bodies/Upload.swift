import ArazzoRuntime
import Foundation

/// What is sent as a file: bytes, or a file that is read while it is sent and never held in memory
/// as a whole, unless its text is asked for (in JSON, as base64). `$request.body` has `null` for it.
///
/// ```swift
/// let picture = Upload(contentsOf: url, contentType: "image/png")
/// ```
public struct Upload: Sendable, Hashable {
  private enum Source: Hashable {
    case data(Data)
    case file(URL)
  }

  private let source: Source
  /// The name that a part has as a file; unless set that of the file, or that of the part.
  public var fileName: String?
  /// The content type of a part; unless set, the one that the API description says.
  public var contentType: String?

  /// Bytes that are at hand.
  public init(_ data: Data, fileName: String? = nil, contentType: String? = nil) {
    source = .data(data)
    (self.fileName, self.contentType) = (fileName, contentType)
  }

  /// A file. It is looked at when the request is made: an error before anything is sent where it
  /// can't be read.
  public init(contentsOf url: URL, fileName: String? = nil, contentType: String? = nil) {
    source = .file(url)
    self.fileName = fileName ?? url.lastPathComponent
    self.contentType = contentType
  }
}

extension Upload: StreamedValue {
  /// The bytes as base64 text; `null` where a file can't be read. A file is read as a whole for it.
  public var jsonValue: JSONValue {
    switch source {
    case .data(let data): data.jsonValue
    case .file(let url): (try? Data(contentsOf: url))?.jsonValue ?? .null
    }
  }

  package func piece() throws -> StreamedBody.Piece {
    switch source {
    case .data(let data): return .bytes(Array(data))
    case .file(let given):
      let url = given.resolvingSymlinksInPath()
      let path = url.path(percentEncoded: false)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard url.isFileURL, attributes[.type] as? FileAttributeType == .typeRegular,
        FileManager.default.isReadableFile(atPath: path), let size = attributes[.size] as? Int
      else { throw CocoaError(.fileReadNoPermission) }
      return .file(url, byteCount: size)
    }
  }
}

extension Upload: Codable, JSONDecodable {
  /// Base64 text.
  public static var expected: String { Data.expected }

  /// Takes base64 text: JSON from elsewhere can't name a file.
  public init?(lossless json: JSONValue) {
    guard let data = Data(lossless: json) else { return nil }
    self.init(data)
  }

  /// Reads base64 text: JSON from elsewhere can't name a file.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Data.self))
  }

  /// Writes base64 text; throws where a file can't be read.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch source {
    case .data(let data): try container.encode(data)
    case .file(let url): try container.encode(Data(contentsOf: url))
    }
  }
}

extension Upload: CustomStringConvertible, CustomReflectable {
  /// That it is a file; not what is in it and not where it is (rule H8).
  public var description: String { "a file" }
  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
