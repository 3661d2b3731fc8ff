#if AsyncHTTPClient
  import ArazzoRuntime
  import AsyncHTTPClient
  import HTTPTypes
  import NIOCore
  import NIOHTTP1

  extension HTTPClientRequest {
    /// The request in the words of async-http-client.
    init(_ exchange: HTTPExchange) throws {
      let request = exchange.request
      guard let scheme = request.scheme, let authority = request.authority else {
        throw HTTPTransportError.unsupportedRequest
      }
      self.init(url: "\(scheme)://\(authority)\(request.path ?? "/")")
      method = HTTPMethod(rawValue: request.method.rawValue)
      for field in request.headerFields where field.name != .cookie && !field.isFraming {
        headers.add(name: field.name.rawName, value: field.value)
      }
      // HTTPFields takes cookies apart; HTTP/1.1 wants them in one field.
      if let cookies = request.headerFields[.cookie] {
        headers.add(name: "Cookie", value: cookies)
      }
      if request.headerFields[.acceptEncoding] == nil {
        headers.add(name: "Accept-Encoding", value: "gzip, deflate")
      }
      body = try exchange.body.map { try Body($0) }
    }
  }

  extension HTTPClientRequest.Body {
    /// The body as bytes, or read while it is sent where some of it is in a file.
    fileprivate init(_ body: StreamedBody) throws {
      self =
        if body.hasFiles {
          .stream(
            body.chunks().map { ByteBuffer(bytes: $0) }, length: .known(Int64(body.byteCount)))
        } else {
          .bytes(ByteBuffer(bytes: try body.bytes()))
        }
    }
  }

  extension HTTPResponse {
    /// The head of a response that async-http-client received.
    init(_ response: HTTPClientResponse) {
      self.init(status: Status(code: min(max(Int(response.status.code), 0), 999)))
      for (name, value) in response.headers {
        guard let name = HTTPField.Name(name) else { continue }
        headerFields.append(HTTPField(name: name, value: value))
      }
    }
  }
#endif
