/// A stand-in that answers from a script: to each `METHOD /path` its answers, in order, the last of
/// which stays.
package struct ScriptedAPI: ExampleAPI {
  /// The answers by the request that they are for, as `GET /things`.
  package var script: [String: [Answer]]
  package var interruptions: [Interruption<String>] = []

  /// A server with a script; what is not in it is answered with 404.
  package init(_ script: [String: [Answer]]) {
    self.script = script
  }

  package func operation(of request: ReceivedRequest) -> String? {
    script[request.line] == nil ? nil : request.line
  }

  package func answer(
    _ operation: String, to request: ReceivedRequest, pass: Int
  ) -> Answer {
    script[operation]?.status(at: pass) ?? .json("{}")
  }
}
