import Foundation

/// A body put together from pieces, some of them files that are read while they are sent.
public struct StreamedBody: Sendable, Hashable {
  /// A part of the body.
  public enum Piece: Sendable, Hashable {
    /// Bytes as they are.
    case bytes([UInt8])
    /// A file, with the number of its bytes when the request was made.
    case file(URL, byteCount: Int)
  }

  /// What is sent, in order.
  public let pieces: [Piece]

  /// A body of pieces.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// How many bytes there are.
  public var byteCount: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .bytes(let bytes): sum + bytes.count
      case .file(_, let byteCount): sum + byteCount
      }
    }
  }

  /// Whether some of it is in files.
  public var hasFiles: Bool {
    pieces.contains { if case .file = $0 { true } else { false } }
  }

  /// The whole body; throws as ``read(_:)`` does.
  public func bytes() throws -> [UInt8] {
    if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
    var bytes: [UInt8] = []
    try read { bytes += $0 }
    return bytes
  }

  /// Hands on the body chunk by chunk.
  ///
  /// Throws where a file can't be read or has another size than it had, and what `take` throws.
  public func read(_ take: ([UInt8]) throws -> Void) throws {
    var chunks = chunks().makeAsyncIterator()
    while let chunk = try chunks.next() { try take(chunk) }
  }
}
