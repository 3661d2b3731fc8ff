/// One event of a stream of the media type `text/event-stream` (HTML Standard, "Server-sent events").
public struct ServerEvent: Sendable, Hashable {
  /// The event's type, `message` where the stream says nothing.
  public var type: String
  /// The data, its lines joined by line feeds.
  public var data: String
  /// The identifier that the stream has given last.
  public var id: String?

  /// An event.
  public init(type: String = "message", data: String, id: String? = nil) {
    self.type = type
    self.data = data
    self.id = id
  }
}
