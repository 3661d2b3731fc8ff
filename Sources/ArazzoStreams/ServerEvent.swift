/// An event of a `text/event-stream` response (HTML Standard, "Server-sent events").
public struct ServerEvent: Sendable, Hashable {
  /// The type of the event; `message` if the stream names none.
  public var type: String
  /// The data. Its lines are separated by line feeds.
  public var data: String
  /// The last event ID of the stream.
  public var id: String?

  /// Creates an event.
  public init(type: String = "message", data: String, id: String? = nil) {
    self.type = type
    self.data = data
    self.id = id
  }
}
