import Foundation
import HTTPTypes

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

  /// Hands on the body chunk by chunk.
  ///
  /// Throws where a file can't be read or has another size than it had, and what `take` throws.
  public func read(_ take: ([UInt8]) throws -> Void) throws {
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): try take(bytes)
      case .file(let url, var left):
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty {
          left -= chunk.count
          guard left >= 0 else { break }
          try take(Array(chunk))
        }
        guard left == 0 else { throw CocoaError(.fileReadUnknown) }
      }
    }
  }
}

/// A value that is sent from a file.
package protocol StreamedValue: JSONRepresentable {
  /// What is sent; throws where the file can't be read.
  func piece() throws -> StreamedBody.Piece
}

/// A transport that need not have a whole body in memory to send it. Any other gets the body as
/// bytes.
public protocol StreamingTransport: HTTPTransport {
  /// Sends a request with a body that is read as it goes out; its `Content-Length` is
  /// ``StreamedBody/byteCount``.
  func send(
    _ request: HTTPRequest, streaming body: StreamedBody, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse
}

extension HTTPTransport {
  func send(
    _ request: PreparedRequest, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse {
    var body = request.body
    if let stream = request.stream {
      if let transport = self as? any StreamingTransport {
        return try await transport.send(
          request.head, streaming: stream, bodyLimit: bodyLimit, timeout: timeout)
      }
      var bytes: [UInt8] = []
      try stream.read { bytes += $0 }
      body = bytes
    }
    return try await send(request.head, body: body, bodyLimit: bodyLimit, timeout: timeout)
  }
}
