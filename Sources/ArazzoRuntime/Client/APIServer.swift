/// A server that a document declares for a source description.
///
/// Generated code declares the servers of each document as constants. ``WorkflowClient/use(_:)``
/// selects one.
public struct APIServer: Sendable, Hashable {
  private let details: Boxed<Details>

  private struct Details: Sendable, Hashable {
    let name: String
    let url: String
    let standard: String
    let isAbsolute: Bool
  }

  private init(_ name: String, _ url: String, _ standard: String) {
    details = Boxed(
      Details(name: name, url: url, standard: standard, isAbsolute: url.contains("://")))
  }

  /// Creates the default server of a source description.
  @_spi(Generated) public init(_ name: String, url: String) { self.init(name, url, url) }

  /// Creates an alternative to a default server.
  @_spi(Generated) public init(_ url: String, insteadOf other: APIServer) {
    self.init(other.name, url, other.standard)
  }

  /// The name of the source description, which is the key in ``WorkflowClient/servers``.
  public var name: String { details.value.name }
  /// The URL in the document, its variables filled in: absolute, or relative to
  /// ``WorkflowClient/baseURL``.
  public var url: String { details.value.url }
  /// The URL of the default server of the same source description.
  var standard: String { details.value.standard }
  /// Whether the URL has a scheme.
  var isAbsolute: Bool { details.value.isAbsolute }

  /// Whether two servers have the same name and the same URLs.
  public static func == (one: APIServer, other: APIServer) -> Bool {
    one.details === other.details || one.details.value == other.details.value
  }

  /// Hashes the name and the URLs.
  public func hash(into hasher: inout Hasher) { hasher.combine(details.value) }
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
