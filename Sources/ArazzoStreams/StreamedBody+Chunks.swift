import Foundation

extension StreamedBody {
  /// The body in chunks. Files are read on demand.
  public func chunks() -> StreamedBodyChunks { StreamedBodyChunks(pieces: pieces) }
}

/// The chunks of a body: each part that is in memory, and at most 64 KiB of a file.
///
/// Iteration throws if a file cannot be read or its size changed.
public struct StreamedBodyChunks: AsyncSequence, Sendable {
  let pieces: [StreamedBody.Piece]

  /// Creates an iterator at the first chunk.
  public func makeAsyncIterator() -> Iterator { Iterator(pieces: pieces[...]) }

  /// An iterator over the chunks.
  public struct Iterator: AsyncIteratorProtocol {
    private var pieces: ArraySlice<StreamedBody.Piece>
    private var file: (handle: FileHandle, left: Int)?

    init(pieces: ArraySlice<StreamedBody.Piece>) { self.pieces = pieces }

    /// The next chunk; `nil` after the last.
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
