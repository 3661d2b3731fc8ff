import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionTransport: StreamingTransport {
  /// Sends a request from a file, which is put together first where the body is not one file alone.
  public func send(
    _ request: HTTPRequest, streaming body: StreamedBody, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse {
    let whole = try body.wholeFile()
    defer { if whole.isTemporary { try? FileManager.default.removeItem(at: whole.url) } }
    return try await response(
      to: session.uploadTask(with: URLRequest(request, body: nil), fromFile: whole.url),
      bodyLimit: bodyLimit, timeout: timeout)
  }
}

extension StreamedBody {
  /// The body as one file, which only its owner can read.
  fileprivate func wholeFile() throws -> (url: URL, isTemporary: Bool) {
    if pieces.count == 1, case .file(let url, _) = pieces[0] { return (url, false) }
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let isMade = FileManager.default.createFile(
      atPath: url.path(percentEncoded: false), contents: nil, attributes: [.posixPermissions: 0o600]
    )
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    do {
      let file = try FileHandle(forWritingTo: url)
      defer { try? file.close() }
      try read { try file.write(contentsOf: $0) }
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
    return (url, true)
  }
}
