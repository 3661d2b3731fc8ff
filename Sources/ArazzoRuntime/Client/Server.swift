/// Where the requests of one source description go, as its document says.
public struct Server: Sendable, Hashable {
  /// The name of the source description; the key of ``WorkflowClient/servers``.
  public let name: String
  /// The URL as the document has it: absolute, or relative to a base that only the caller knows.
  public let url: String

  /// A server of the source description `name`.
  public init(_ name: String, url: String) {
    self.name = name
    self.url = url
  }
}
