import Foundation

extension StreamedBody {
  /// The body piece by piece, its files read as they are asked for.
  public func chunks() -> StreamedBodyChunks { StreamedBodyChunks(pieces: pieces) }
}

/// The pieces of a body, none larger than what is in memory anyway or 64 KiB.
///
/// Going through them throws where a file can't be read or has another size than it had.
public struct StreamedBodyChunks: AsyncSequence, Sendable {
  let pieces: [StreamedBody.Piece]

  /// Begins with the first piece.
  public func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces[...]) }

  /// Goes through the pieces.
  public struct Iterator: AsyncIteratorProtocol {
    private var pieces: ArraySlice<StreamedBody.Piece>
    private var file: (handle: FileHandle, left: Int)?

    init(pieces: ArraySlice<StreamedBody.Piece>) { self.pieces = pieces }

    /// The next piece; `nil` behind the last one.
    public mutating func next() throws -> [UInt8]? {
      while true {
        if let chunk = try readFile() { return chunk }
        switch pieces.popFirst() {
        case nil: return nil
        case .bytes(let bytes)?: return bytes
        case .file(let url, let byteCount)?: file = (try FileHandle(forReadingFrom: url), byteCount)
        }
      }
    }

    /// The next piece of the file that is open; closes it behind the last one.
    private mutating func readFile() throws -> [UInt8]? {
      guard let (handle, left) = file else { return nil }
      let chunk = try handle.read(upToCount: 1 << 16) ?? Data()
      guard chunk.count <= left, !chunk.isEmpty || left == 0 else {
        throw CocoaError(.fileReadUnknown)
      }
      file = chunk.isEmpty ? nil : (handle, left - chunk.count)
      if chunk.isEmpty { try handle.close() }
      return chunk.isEmpty ? nil : Array(chunk)
    }
  }
}
