@_spi(Generated) import ArazzoRuntime
import Foundation

/// A file to upload: bytes, or a file that is read while it is sent and never held in memory as a
/// whole.
///
/// ```swift
/// let picture = Upload(contentsOf: url, contentType: "image/png")
/// ```
///
/// In a JSON body it becomes base64 text, for which the whole file is read. `$request.body` is
/// `null` for a file.
public struct Upload: Sendable, Hashable {
  private enum Source: Hashable {
    case data(Data)
    case file(URL)
  }

  private let source: Source
  /// The file name of a multipart part. Default: the name of the file, or the name of the part.
  public var fileName: String?
  /// The content type of a multipart part. Default: the content type in the API description.
  public var contentType: String?

  /// Creates an upload of bytes.
  public init(_ data: Data, fileName: String? = nil, contentType: String? = nil) {
    source = .data(data)
    (self.fileName, self.contentType) = (fileName, contentType)
  }

  /// Creates an upload of a file. It is opened when the request is created; if it cannot be read,
  /// the workflow ends with `WorkflowError.Code.invalidRequest` before the request is sent.
  public init(contentsOf url: URL, fileName: String? = nil, contentType: String? = nil) {
    source = .file(url)
    self.fileName = fileName ?? url.lastPathComponent
    self.contentType = contentType
  }
}

extension Upload: StreamedValue {
  /// The bytes as base64 text; `null` if the file cannot be read. Reads the whole file.
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

  /// Accepts base64 text. JSON cannot name a file.
  public init?(lossless json: JSONValue) {
    guard let data = Data(lossless: json) else { return nil }
    self.init(data)
  }

  /// Decodes base64 text. JSON cannot name a file.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Data.self))
  }

  /// Encodes base64 text. Throws if the file cannot be read.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch source {
    case .data(let data): try container.encode(data)
    case .file(let url): try container.encode(Data(contentsOf: url))
    }
  }
}

extension Upload: CustomStringConvertible, CustomReflectable {
  /// The text "a file", without content or path (rule H8).
  public var description: String { "a file" }
  /// An empty mirror.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
