/// Where the requests of one source description go, as its document says.
public struct Server: Sendable, Hashable {
  /// The name of the source description; the key of ``WorkflowClient/servers``.
  public let name: String
  /// The URL as the document has it: absolute, or relative to a base that only the caller knows.
  public let url: String
  /// The URL of the server that takes its place unless the caller says otherwise.
  let standard: String

  /// A server of the source description `name`.
  public init(_ name: String, url: String) {
    (self.name, self.url, standard) = (name, url, url)
  }

  /// A server that the document has beside another one, which is the default.
  public init(_ url: String, insteadOf other: Server) {
    (name, self.url, standard) = (other.name, url, other.standard)
  }
}

extension WorkflowClient {
  /// Sends requests to one of the servers that a document has, instead of to the first.
  public mutating func use(_ server: Server) {
    choices[Server(server.name, url: server.standard)] = server
  }
}
