import ArazzoRuntime
import Foundation
import HTTPTypes

/// Where a process of a test ends or stops without a warning: at the n-th point of a kind.
package final class SuddenEnd: Sendable {
  private let kind: String
  private let number: Int
  private let file: String?
  private let signal: Int32
  private let count = Locked(0)

  /// - Parameters:
  ///   - file: Of several processes with the same file, the one that removes it ends, and once.
  ///   - signal: `SIGKILL`, or `SIGSTOP` for a process that goes on later.
  package init(
    at kind: String, _ number: Int, removing file: String? = nil, by signal: Int32 = SIGKILL
  ) {
    (self.kind, self.number, self.file, self.signal) = (kind, number, file, signal)
  }

  /// Ends or stops the process if this is the point.
  package func come(to kind: String) {
    guard kind == self.kind else { return }
    let number = count.withLock { count in
      count += 1
      return count
    }
    guard number == self.number, file.map({ unlink($0) == 0 }) ?? true else { return }
    kill(getpid(), signal)
  }
}

/// Comes to the points `request` and `response`: before a request, and when its response is there.
package struct EndingTransport: HTTPTransport {
  private let base: any HTTPTransport
  private let end: SuddenEnd

  package init(_ base: any HTTPTransport, _ end: SuddenEnd) { (self.base, self.end) = (base, end) }

  package func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    end.come(to: "request")
    let response = try await base.send(request, body: body, bodyLimit: bodyLimit)
    end.come(to: "response")
    return response
  }
}
