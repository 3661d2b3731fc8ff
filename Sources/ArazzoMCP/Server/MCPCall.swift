import ArazzoRuntime

/// A call that runs: it sends progress until it is answered or cancelled, and then nothing.
final class MCPCall: WorkflowObserver {
  private struct State: Sendable {
    var isOpen = true
    var progress = 0
  }

  private let token: JSONValue?
  private let environment: MCPEnvironment
  private let send: @Sendable (JSONValue) -> Void
  private let state = Locked(State())

  /// - Parameters:
  ///   - token: The client's name for the progress; `nil` if it wants none.
  ///   - send: Sends a message and doesn't wait.
  init(
    token: JSONValue?, _ environment: MCPEnvironment,
    send: @escaping @Sendable (JSONValue) -> Void
  ) {
    (self.token, self.environment, self.send) = (token, environment, send)
  }

  /// Sends the event as progress.
  func observe(_ event: WorkflowEvent) {
    guard let token, event.kind.isProgress else { return }
    let text = environment.masked(event.kind.description)
    let send = send
    state.withLock { state in
      guard state.isOpen else { return }
      state.progress += 1
      send([
        "jsonrpc": "2.0", "method": "notifications/progress",
        "params": [
          "progressToken": token, "progress": .number(JSONNumber(state.progress)),
          "message": .string(text),
        ],
      ])
    }
  }

  /// Sends the response, unless the call was cancelled.
  func answer(_ response: JSONValue) {
    let send = send
    state.withLock { state in
      guard state.isOpen else { return }
      state.isOpen = false
      send(response)
    }
  }

  /// Sends nothing from now on.
  func close() { state.withLock { $0.isOpen = false } }
}

extension WorkflowEvent.Kind {
  /// Whether it tells a person how far the workflow is. The others come by the hundreds.
  fileprivate var isProgress: Bool {
    switch self {
    case .requesting, .redirected, .responded, .finished, .failed, .chosen, .waiting: true
    default: false
    }
  }
}
