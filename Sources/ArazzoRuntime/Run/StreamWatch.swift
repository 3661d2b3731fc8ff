import HTTPTypes

/// Tells an observer of the events of a stream while they come.
final class StreamWatch: Sendable {
  private let context: StepContext
  private let parser = Locked(EventStreamParser())

  init(_ context: StepContext) { self.context = context }

  /// Takes the next piece of a response's body.
  func receive(_ head: HTTPResponse, _ bytes: [UInt8]) {
    guard MediaType(head.headerFields[.contentType])?.isEventStream ?? false else { return }
    let events = parser.withLock { $0.read(bytes) }
    for event in events {
      context.observe(.received(step: context.step ?? "", event: event))
    }
  }
}

extension ServerEvent {
  /// The event in the list that a step's body is.
  var json: JSONValue {
    ["event": .string(type), "data": .string(data), "id": id.map(JSONValue.string)]
  }
}
