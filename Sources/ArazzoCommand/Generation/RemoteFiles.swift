import ArazzoDescriptions
import ArazzoDocuments
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Fetches documents with `--allow-remote`: within a time and a size, without cookies, caches or
/// credentials.
struct RemoteFiles {
  /// In bytes. What is larger is not received to its end.
  var sizeLimit = 64 << 20
  /// In seconds, from the request to the end of the response.
  var timeLimit = 30.0

  func fetch(_ url: String) throws(LoadError) -> [UInt8] {
    guard let address = URL(string: url) else { throw LoadError("'\(url)' is not a URL") }
    let download = Download(sizeLimit: sizeLimit)
    let session = URLSession(
      configuration: configuration, delegate: download, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: address).resume()
    do {
      return try download.bytes()
    } catch {
      throw LoadError("'\(url)': \(error.message)")
    }
  }

  private var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.timeoutIntervalForRequest = timeLimit
    configuration.timeoutIntervalForResource = timeLimit
    return configuration
  }
}

/// What a session receives, for the thread of the command, which waits for it.
private final class Download: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var failure: LoadError?
  }

  private let state = Shared(State())
  private let isOver = DispatchSemaphore(value: 0)
  private let sizeLimit: Int

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  func bytes() throws(LoadError) -> [UInt8] {
    isOver.wait()
    let state = state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.bytes
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    let status = (response as? HTTPURLResponse)?.statusCode
    guard let status, !(200...299).contains(status) else { return completionHandler(.allow) }
    fail(LoadError("the server returned status \(status)"))
    completionHandler(.cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let size = state.withLock { state in
      state.bytes += data
      return state.bytes.count
    }
    guard size > sizeLimit else { return }
    fail(LoadError("it is larger than the limit of \(sizeLimit >> 20) MiB"))
    dataTask.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    if let error { fail(LoadError("it can't be fetched: \(error.localizedDescription)")) }
    isOver.signal()
  }

  /// The first failure is the reason: a task that is cancelled for it fails once more.
  private func fail(_ failure: LoadError) {
    state.withLock { $0.failure = $0.failure ?? failure }
  }
}
