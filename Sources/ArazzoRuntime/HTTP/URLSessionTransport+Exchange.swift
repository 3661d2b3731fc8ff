import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands on what each task of a session receives, piece by piece, and follows no redirect.
///
/// It is the session's delegate and not each task's own: on Linux nothing asks a task's delegate.
final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
  /// A piece of a response.
  enum Event: Sendable {
    case head(HTTPResponse)
    case bytes(Data)
  }

  /// Where the pieces of one exchange go.
  typealias Receiver = AsyncThrowingStream<Event, any Error>.Continuation

  private let lock = NSLock()
  private nonisolated(unsafe) var receivers: [Int: Receiver] = [:]

  /// Sends what a task receives to `receiver`, or nowhere any more.
  func setReceiver(_ receiver: Receiver?, of task: Int) {
    lock.withLock { receivers[task] = receiver }
  }

  private func receiver(of task: URLSessionTask) -> Receiver? {
    lock.withLock { receivers[task.taskIdentifier] }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    guard let head = (response as? HTTPURLResponse).map(HTTPResponse.init) else {
      receiver(of: dataTask)?.finish(throwing: HTTPTransportError.notHTTP)
      return completionHandler(.cancel)
    }
    receiver(of: dataTask)?.yield(.head(head))
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    receiver(of: dataTask)?.yield(.bytes(data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    receiver(of: task)?.finish(throwing: error)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
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
