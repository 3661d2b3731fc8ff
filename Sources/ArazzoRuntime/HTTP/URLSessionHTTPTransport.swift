import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The default transport: `URLSession` without cookies, cache, stored credentials and redirects.
public final class URLSessionHTTPTransport: HTTPTransport {
  private let session: URLSession

  /// The default configuration. It has no idle timeout, because ``WorkflowClient/requestTimeout``
  /// limits every request.
  public static var defaultConfiguration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = configuration.timeoutIntervalForResource
    return configuration
  }

  /// Creates a transport with a session of its own.
  ///
  /// - Parameter configuration: Settings such as proxies, timeouts and cellular access. Its
  ///   cookies, cache and credentials are not used.
  public init(configuration: URLSessionConfiguration = URLSessionHTTPTransport.defaultConfiguration)
  {
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.urlCredentialStorage = nil
    session = URLSession(
      configuration: configuration, delegate: ExchangeForwarder(), delegateQueue: nil)
  }

  deinit { session.finishTasksAndInvalidate() }

  /// Sends a request and reads the complete response.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let body = body.map { StreamedBody([.bytes($0)]) }
    return try await send(HTTPExchange(request, body: body, bodyLimit: bodyLimit))
  }

  /// Sends a request, with parts of its body from files.
  public func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
    guard let body = exchange.body, body.hasFiles else {
      let request = try URLRequest(exchange.request, body: exchange.body?.bytes())
      return try await response(to: session.dataTask(with: request), exchange)
    }
    let whole = try body.wholeFile()
    defer { if whole.isTemporary { try? FileManager.default.removeItem(at: whole.url) } }
    let request = try URLRequest(exchange.request, body: nil)
    return try await response(
      to: session.uploadTask(with: request, fromFile: whole.url), exchange)
  }

  /// Runs a task to its end.
  private func response(
    to task: URLSessionDataTask, _ exchange: HTTPExchange
  ) async throws -> HTTPTransportResponse {
    var head: HTTPResponse?
    var bytes: [UInt8] = []
    do {
      for try await event in events(task, bodyLimit: exchange.bodyLimit) {
        switch event {
        case .head(let received): head = received
        case .bytes(let more):
          bytes.append(contentsOf: more)
          if let head { exchange.receive(head, Array(more)) }
        }
      }
    } catch let error as URLError {
      throw HTTPTransportFailure(error.cause, underlyingError: error)
    }
    try Task.checkCancellation()
    guard let head else { throw HTTPTransportError.notHTTP }
    return HTTPTransportResponse(head, body: bytes)
  }

  /// Starts a task; the stream ends with it, and when the stream is let go the task is cancelled.
  private func events(
    _ task: URLSessionDataTask, bodyLimit: Int
  ) -> AsyncThrowingStream<ExchangeDelegate.Event, any Error> {
    AsyncThrowingStream { continuation in
      continuation.onTermination = { _ in task.cancel() }
      task.delegate = ExchangeDelegate(continuation, limit: bodyLimit)
      task.resume()
    }
  }
}

extension URLRequest {
  /// The request in the words of `URLSession`.
  fileprivate init(_ request: HTTPRequest, body: [UInt8]?) throws {
    guard let scheme = request.scheme, let authority = request.authority,
      let url = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")")
    else { throw HTTPTransportError.unsupportedRequest }
    self.init(url: url)
    httpMethod = request.method.rawValue
    httpShouldHandleCookies = false
    for field in request.headerFields where field.name != .cookie && !field.isFraming {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
    // HTTPFields takes cookies apart; as several values they would be joined by commas.
    setValue(request.headerFields[.cookie], forHTTPHeaderField: "Cookie")
    httpBody = body.map { Data($0) }
  }
}
