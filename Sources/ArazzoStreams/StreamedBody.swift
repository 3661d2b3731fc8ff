import Foundation

/// A request body that consists of bytes and of files, which are read while they are sent.
public struct StreamedBody: Sendable, Hashable {
  /// A part of the body.
  public enum Piece: Sendable, Hashable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// A file, and its size in bytes when the request was created.
    case file(URL, byteCount: Int)
  }

  /// The parts, in order.
  public let pieces: [Piece]

  /// Creates a body.
  public init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The size in bytes.
  public var byteCount: Int {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .bytes(let bytes): sum + bytes.count
      case .file(_, let byteCount): sum + byteCount
      }
    }
  }

  /// Whether parts of the body are files.
  public var hasFiles: Bool {
    pieces.contains { if case .file = $0 { true } else { false } }
  }

  /// The whole body in memory. Throws the errors of ``read(_:)``.
  public func bytes() throws -> [UInt8] {
    if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
    var bytes: [UInt8] = []
    try read { bytes += $0 }
    return bytes
  }

  /// Passes on the body chunk by chunk.
  ///
  /// - Throws: If a file cannot be read or its size changed, and the errors of `take`.
  public func read(_ take: ([UInt8]) throws -> Void) throws {
    var chunks = chunks().makeAsyncIterator()
    while let chunk = try chunks.next() { try take(chunk) }
  }
}
