import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The transport that every platform has: `URLSession`, without its cookie jar, cache, credential
/// storage and redirects.
public final class URLSessionTransport: HTTPTransport {
  let session: URLSession

  /// A transport on a session of its own.
  ///
  /// - Parameter configuration: Proxies, time-outs, cellular access and so on; its cookies, cache
  ///   and credentials are not used.
  public init(configuration: URLSessionConfiguration = .ephemeral) {
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

  /// Sends a request; the session's own idle time-out (60 seconds by default) applies as well.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse {
    try await response(
      to: session.dataTask(with: try URLRequest(request, body: body)), bodyLimit: bodyLimit,
      timeout: timeout)
  }

  /// Runs a task to its end.
  func response(
    to task: URLSessionDataTask, bodyLimit: Int, timeout: Duration?
  ) async throws -> HTTPTransportResponse {
    let events = exchange(task, bodyLimit: bodyLimit, timeout: timeout)
    var head: HTTPResponse?
    var bytes: [UInt8] = []
    for try await event in events {
      switch event {
      case .head(let received): head = received
      case .bytes(let more): bytes.append(contentsOf: more)
      }
    }
    try Task.checkCancellation()
    guard let head else { throw HTTPTransportError.notHTTP }
    return HTTPTransportResponse(head, body: bytes)
  }

  /// Starts a task; the stream ends with it, and when the stream is let go the task is cancelled.
  private func exchange(
    _ task: URLSessionDataTask, bodyLimit: Int, timeout: Duration?
  ) -> AsyncThrowingStream<ExchangeDelegate.Event, any Error> {
    AsyncThrowingStream { continuation in
      let alarm = timeout.map { timeout in
        Task {
          try await Task.sleep(for: timeout)
          continuation.finish(throwing: URLError(.timedOut))
        }
      }
      continuation.onTermination = { _ in
        alarm?.cancel()
        task.cancel()
      }
      task.delegate = ExchangeDelegate(continuation, limit: bodyLimit)
      task.resume()
    }
  }
}

extension URLRequest {
  /// The request in the words of `URLSession`.
  init(_ request: HTTPRequest, body: [UInt8]?) throws {
    guard let scheme = request.scheme, let authority = request.authority,
      let url = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")")
    else { throw HTTPTransportError.unsupportedRequest }
    self.init(url: url)
    httpMethod = request.method.rawValue
    httpShouldHandleCookies = false
    for field in request.headerFields where field.name != .cookie {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
    // HTTPFields takes cookies apart; as several values they would be joined by commas.
    setValue(request.headerFields[.cookie], forHTTPHeaderField: "Cookie")
    httpBody = body.map { Data($0) }
  }
}
