import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("Uploads: H5")
struct UploadTests {
  /// Keeps what it is given to send.
  private actor Keeper: HTTPTransport {
    var streamed: StreamedBody?
    var bytes: [UInt8]?

    func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      bytes = body
      return HTTPTransportResponse(HTTPResponse(status: .noContent))
    }

    func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
      if exchange.body?.hasFiles == true { streamed = exchange.body }
      bytes = streamed == nil ? try exchange.body?.bytes() : nil
      return HTTPTransportResponse(HTTPResponse(status: .noContent))
    }
  }

  /// The same without an idea of streams.
  private struct Loader: HTTPTransport {
    let keeper: Keeper

    func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      try await keeper.send(request, body: body, bodyLimit: bodyLimit)
    }
  }

  private func send(
    over transport: some HTTPTransport,
    _ set: (StepRequest) -> Void
  ) async throws {
    let run = WorkflowRun(
      "tidy", client: WorkflowClient(transport: transport, boundary: { "edge" }))
    let request = run.request(step: "add", method: "POST", path: "/files", server: .api)
    set(request)
    _ = try await run.send(request)
  }

  @Test("A file goes to the transport as a file, between the bytes around it")
  func h5_streamed() async throws {
    try await withFile([1, 2, 3]) { url in
      let keeper = Keeper()
      try await send(over: keeper) { request in
        request.addPart("a", Upload(contentsOf: url))
      }
      let body = try #require(await keeper.streamed)
      #expect(body.pieces.contains(.file(url.resolvingSymlinksInPath(), byteCount: 3)))
      var read: [UInt8] = []
      try body.read { read += $0 }
      #expect(read.count == body.byteCount)
      #expect(await keeper.bytes == nil)
    }
  }

  @Test("Bytes at hand need no stream, and a transport without streams gets bytes")
  func h5_bytes() async throws {
    let keeper = Keeper()
    try await send(over: keeper) { request in
      request.setBody(Upload(Data([7])), contentType: "image/png")
    }
    #expect(await keeper.bytes == [7])
    try await withFile([1, 2, 3]) { url in
      try await send(over: Loader(keeper: keeper)) { request in
        request.setBody(Upload(contentsOf: url), contentType: "image/png")
      }
    }
    #expect(await keeper.bytes == [1, 2, 3])
    #expect(await keeper.streamed == nil)
  }

  @Test("A file that has another size than it had when the request was made is not sent as another")
  func h5_changedFile() async throws {
    for bytes in [[1, 2], [1, 2, 3, 4]] as [[UInt8]] {
      try await withFile(bytes) { url in
        let body = StreamedBody([.file(url, byteCount: 3)])
        #expect(throws: CocoaError.self) { try body.read { _ in } }
      }
    }
  }

  @Test("In JSON it is base64 text, and JSON names no file")
  func json() throws {
    let upload = try JSONDecoder().decode([Upload].self, from: Data(#"["AQI="]"#.utf8))
    #expect(upload == [Upload(Data([1, 2]))])
    #expect(try JSONEncoder().encode(upload) == Data(#"["AQI="]"#.utf8))
    #expect(Upload(lossless: "AQI=") == upload[0])
    #expect(Upload(lossless: "/etc/hosts?") == nil)
  }

  @Test("H8: no description shows where a file lies or what is in it")
  func h8_descriptions() {
    let upload = Upload(contentsOf: URL(filePath: "/private/diary.txt"))
    var dumped = ""
    dump(upload, to: &dumped)
    #expect(!"\(upload) \(String(reflecting: upload)) \(dumped)".contains("diary"))
  }
}
