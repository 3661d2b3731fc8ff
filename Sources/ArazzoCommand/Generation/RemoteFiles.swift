import ArazzoDescriptions
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Fetches documents with `--allow-remote`: within a time and a size, without cookies, caches or
/// credentials.
enum RemoteFiles {
  private static let sizeLimit = 64 << 20
  private static let timeLimit = 30.0

  static func fetch(_ url: String) throws -> [UInt8] {
    guard let address = URL(string: url) else { throw LoadError("'\(url)' is not a URL") }
    let session = URLSession(configuration: configuration)
    defer { session.invalidateAndCancel() }
    let answer = Answer()
    session.dataTask(with: address) { data, response, error in
      answer.set(data, response, error)
    }.resume()
    return try answer.bytes(of: url)
  }

  private static var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.timeoutIntervalForResource = timeLimit
    return configuration
  }

  /// The response, passed from the session's thread to the command's.
  private final class Answer: Sendable {
    private let box = LockedBox<Result<[UInt8], LoadError>?>(nil)
    private let arrived = DispatchSemaphore(value: 0)

    func set(_ data: Data?, _ response: URLResponse?, _ error: (any Error)?) {
      let status = (response as? HTTPURLResponse)?.statusCode
      let result: Result<[UInt8], LoadError> =
        if let error {
          .failure(LoadError("it can't be fetched: \(error.localizedDescription)"))
        } else if let status, !(200...299).contains(status) {
          .failure(LoadError("the server returned status \(status)"))
        } else if let data, data.count <= RemoteFiles.sizeLimit {
          .success([UInt8](data))
        } else {
          .failure(LoadError("it is larger than the limit of 64 MiB"))
        }
      box.set(result)
      arrived.signal()
    }

    func bytes(of url: String) throws(LoadError) -> [UInt8] {
      arrived.wait()
      switch box.value {
      case .success(let bytes): return bytes
      case .failure(let error): throw LoadError("'\(url)': \(error.message)")
      case nil: throw LoadError("'\(url)': the server didn't respond")
      }
    }
  }
}

/// A value behind a lock.
private final class LockedBox<Value: Sendable>: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var stored: Value

  init(_ value: Value) { stored = value }
  var value: Value { lock.withLock { stored } }
  func set(_ value: Value) { lock.withLock { stored = value } }
}
