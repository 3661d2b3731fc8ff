#if AsyncHTTPClient
  import ArazzoAsyncHTTPClient
  import AsyncHTTPClient
  import NIOSSL
  import Testing

  @_spi(Generated) @testable import ArazzoRuntime

  @Suite("Certificates", .timeLimit(.minutes(5)))
  struct CertificateTests {
    @Test("a certificate that nobody vouches for fails the step", arguments: TransportKind.allCases)
    func unknownCertificate(kind: TransportKind) async throws {
      try await SecureServer.serve { url in
        let run = kind.run(url)
        let error = await #expect(throws: WorkflowError.self) { try await run.get("fetch") }
        #expect(error?.code == .transport)
        #expect(
          error?.reason
            == "the TLS connection failed, or the server's certificate isn't trusted")
      }
    }

    @Test("a certificate that the app trusts is taken")
    func trustedCertificate() async throws {
      try await SecureServer.serve { url in
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates([try SecureServer.certificate()])
        var configuration = NIOHTTPTransport.defaultConfiguration
        configuration.tlsConfiguration = tls
        let client = WorkflowClient(
          baseURL: url, transport: NIOHTTPTransport(configuration: configuration))
        let response = try await WorkflowRun("tidy", client: client).get("fetch")
        #expect(response.statusCode == 200)
      }
    }
  }
#endif
