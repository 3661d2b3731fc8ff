import HTTPTypes

@_spi(Generated) @testable import ArazzoRuntime

/// How a server sends back what it got.
enum Echo: CaseIterable {
  case text, html, json, problem, events, accepted, redirect, failure

  fileprivate var type: String {
    switch self {
    case .text, .redirect, .failure: "text/plain"
    case .html: "text/html"
    case .json, .accepted: "application/json"
    case .problem: "application/problem+json"
    case .events: "text/event-stream"
    }
  }

  fileprivate func body(_ text: String) -> String {
    let json = JSONValue.string(text).description
    return switch self {
    case .text, .redirect, .failure: text
    case .html:
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    case .json, .accepted: #"{"title": \#(json), "list": [{\#(json): 1}]}"#
    case .problem:
      #"{"type": \#(json), "title": \#(json), "detail": \#(json), "instance": \#(json)}"#
    case .events:
      "event: x\n" + text.split(separator: "\n").map { "data: \($0)\n" }.joined() + "\n"
    }
  }
}

/// Refuses every request, and sends it back in status line, header fields and body; or breaks off
/// with an error that holds it, or leads to where it is part of the URL.
struct EchoTransport: HTTPTransport {
  let echo: Echo

  struct Broken: Error { let text: String }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let path = [request.path ?? ""].filter { $0.contains(SecretPlace.marker) }
    let fields = request.headerFields.filter {
      $0.name == .authorization || $0.value.contains(SecretPlace.marker)
    }
    let sent = body.map { [String(decoding: $0, as: UTF8.self)] } ?? []
    let text = (path + fields.map(\.value) + sent).joined(separator: "\n")
    if echo == .failure {
      throw HTTPTransportFailure(.connectionLost, underlyingError: Broken(text: text))
    }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let code = echo == .accepted ? 200 : 403
    var head = HTTPResponse(status: .init(code: code, reasonPhrase: line))
    head.headerFields[.contentType] = echo.type
    head.headerFields[.setCookie] = "s=" + line
    head.headerFields[.location] = "/v1/things?again=" + PercentEncoding.value(line)
    if echo == .redirect, request.path?.contains("again=") == false {
      head.status = .init(code: 302, reasonPhrase: line)
    }
    return HTTPTransportResponse(head, body: Array(echo.body(text).utf8))
  }
}
