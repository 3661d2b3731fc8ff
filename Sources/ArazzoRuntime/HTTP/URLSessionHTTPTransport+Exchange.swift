import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands on what one task receives, piece by piece, and follows no redirect.
final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
  /// A piece of a response.
  enum Event: Sendable {
    case head(HTTPResponse)
    case bytes(Data)
  }

  private let events: AsyncThrowingStream<Event, any Error>.Continuation

  private let limit: Int
  private let received = Locked(0)

  init(_ events: AsyncThrowingStream<Event, any Error>.Continuation, limit: Int) {
    self.events = events
    self.limit = limit
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    guard let head = (response as? HTTPURLResponse).map(HTTPResponse.init) else {
      events.finish(throwing: HTTPTransportError.notHTTP)
      return completionHandler(.cancel)
    }
    events.yield(.head(head))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    // Counted here: whoever reads the events may be slower than the network.
    let total = received.withLock { received in
      received += data.count
      return received
    }
    guard total <= limit else {
      events.finish(throwing: HTTPTransportError.bodyTooLarge)
      return dataTask.cancel()
    }
    events.yield(.bytes(data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    events.finish(throwing: error)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler:
      @escaping @Sendable (
        URLSession.AuthChallengeDisposition, URLCredential?
      ) -> Void
  ) {
    #if canImport(FoundationNetworking)
      // Foundation on Linux asks when the 401 has arrived as a whole, and without a credential it
      // would leave the task waiting for ever.
      events.finish()
      completionHandler(.cancelAuthenticationChallenge, nil)
    #else
      completionHandler(.performDefaultHandling, nil)
    #endif
  }
}

/// The delegate of the session: hands on to the task's own delegate what Foundation on Linux tells
/// only the session's.
final class ExchangeForwarder: NSObject, URLSessionDataDelegate {
  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    guard let exchange = dataTask.delegate as? ExchangeDelegate else {
      return completionHandler(.cancel)
    }
    exchange.urlSession(
      session, dataTask: dataTask, didReceive: response, completionHandler: completionHandler)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    (dataTask.delegate as? ExchangeDelegate)?
      .urlSession(session, dataTask: dataTask, didReceive: data)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    (task.delegate as? ExchangeDelegate)?
      .urlSession(session, task: task, didCompleteWithError: error)
  }
}

extension HTTPResponse {
  /// The head of a response that `URLSession` received; repeated fields come joined by commas.
  fileprivate init(_ response: HTTPURLResponse) {
    self.init(status: Status(code: min(max(response.statusCode, 0), 999)))
    for (name, value) in response.allHeaderFields {
      guard let name = (name as? String).flatMap({ HTTPField.Name($0) }),
        let value = value as? String
      else { continue }
      headerFields.append(HTTPField(name: name, value: value))
    }
  }
}
