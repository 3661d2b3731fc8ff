#if Temporal
  import ArazzoRuntime
  import Foundation
  import HTTPTypes

  /// Where a process ends or stops without a warning: at the n-th point of a kind.
  final class SuddenEnd: Sendable {
    private let kind: String
    private let number: Int
    private let file: String
    private let signal: Int32
    private let count = Locked(0)

    init?(_ arguments: [String]) {
      guard arguments.count == 4, let number = Int(arguments[1]) else { return nil }
      (kind, self.number, file) = (arguments[0], number, arguments[2])
      signal = arguments[3] == "stop" ? SIGSTOP : SIGKILL
    }

    /// Ends or stops the process if this is the point.
    func come(to kind: String) {
      guard kind == self.kind else { return }
      let number = count.withLock { count in
        count += 1
        return count
      }
      guard number == self.number, unlink(file) == 0 else { return }
      kill(getpid(), signal)
    }
  }

  /// Ends the process before a request, or when its response is there.
  struct EndingTransport: HTTPTransport {
    let base: any HTTPTransport
    let end: SuddenEnd

    func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      end.come(to: "request")
      let response = try await base.send(request, body: body, bodyLimit: bodyLimit)
      end.come(to: "response")
      return response
    }
  }

  /// Ends the process in a wait.
  struct EndingClock: WorkflowClock {
    private let base = SystemClock()
    let end: SuddenEnd

    init(end: SuddenEnd) { self.end = end }

    var now: Duration { base.now }
    var date: Date { base.date }

    func sleep(for duration: Duration) async throws {
      try await base.sleep(for: duration / 2)
      end.come(to: "wait")
      try await base.sleep(for: duration / 2)
    }

    func expire(after duration: Duration) async throws { try await base.sleep(for: duration) }
  }
#endif
