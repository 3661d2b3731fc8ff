#if Temporal
  public import ArazzoRuntime
  import GRPCNIOTransportHTTP2Posix

  /// How a connection to a Temporal server is protected, and how its user is authenticated.
  public struct TemporalSecurity: Sendable {
    enum Transport: Sendable {
      case plaintext
      case tls
      case mutualTLS(certificateChain: String, privateKey: String)
    }

    let transport: Transport
    let apiKey: Secret?

    private init(_ transport: Transport, apiKey: Secret? = nil) {
      self.transport = transport
      self.apiKey = apiKey
    }

    /// No encryption, for a server on the same machine or network.
    public static let plaintext = Self(.plaintext)

    /// TLS, with an API key where the server wants one.
    ///
    /// - Parameter apiKey: Sent as a bearer token with each call.
    public static func tls(apiKey: Secret? = nil) -> Self { Self(.tls, apiKey: apiKey) }

    /// TLS, with a certificate that authenticates the client.
    ///
    /// - Parameters:
    ///   - certificateChain: The path of a PEM file.
    ///   - privateKey: The path of a PEM file.
    public static func mutualTLS(certificateChain: String, privateKey: String) -> Self {
      Self(.mutualTLS(certificateChain: certificateChain, privateKey: privateKey))
    }
  }

  @available(Temporal 1.0, *)
  extension TemporalSecurity {
    /// The setting of the gRPC transport.
    var transportSecurity: HTTP2ClientTransport.Posix.TransportSecurity {
      switch transport {
      case .plaintext: .plaintext
      case .tls: .tls
      case .mutualTLS(let chain, let key):
        .mTLS(
          certificateChain: [.file(path: chain, format: .pem)],
          privateKey: .file(path: key, format: .pem))
      }
    }
  }
#endif
