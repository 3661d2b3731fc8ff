/// A server that a document declares for a source description.
///
/// Generated code declares the servers of each document as constants. ``WorkflowClient/use(_:)``
/// selects one.
public struct APIServer: Sendable, Hashable {
  /// The name of the source description, which is the key in ``WorkflowClient/servers``.
  public let name: String
  /// The URL in the document, its variables filled in: absolute, or relative to
  /// ``WorkflowClient/baseURL``.
  public let url: String
  /// The URL of the default server of the same source description.
  let standard: String
  /// Whether the URL has a scheme.
  let isAbsolute: Bool

  /// Creates the default server of a source description.
  @_spi(Generated) public init(_ name: String, url: String) {
    (self.name, self.url, standard) = (name, url, url)
    isAbsolute = url.contains("://")
  }

  /// Creates an alternative to a default server.
  @_spi(Generated) public init(_ url: String, insteadOf other: APIServer) {
    (name, self.url, standard) = (other.name, url, other.standard)
    isAbsolute = url.contains("://")
  }
}

extension WorkflowClient {
  /// Sends requests to this server instead of the default server of its source description.
  public mutating func use(_ server: APIServer) {
    let standard = APIServer(server.name, url: server.standard)
    change {
      $0.choices[standard] = server
      $0.bases = KnownBaseURLs()
    }
  }
}
