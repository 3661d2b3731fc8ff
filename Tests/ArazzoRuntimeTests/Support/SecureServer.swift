#if AsyncHTTPClient
  import Foundation
  import NIOCore
  import NIOPosix
  import NIOSSL

  /// A server for `https` with a certificate for 127.0.0.1 that nobody trusts unless told to.
  enum SecureServer {
    /// Runs `body` against a server that answers the first bytes of a connection with `{}`.
    static func serve<Value: Sendable>(
      _ body: @escaping @Sendable (URL) async throws -> Value
    ) async throws -> Value {
      let context = try NIOSSLContext(configuration: configuration())
      let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers(
              NIOSSLServerHandler(context: context), Answering())
          }
        }
        .bind(host: "127.0.0.1", port: 0).get()
      do {
        let port = channel.localAddress?.port ?? 0
        guard let url = URL(string: "https://127.0.0.1:\(port)") else {
          throw URLError(.badURL)
        }
        let value = try await body(url)
        try await channel.close()
        return value
      } catch {
        try? await channel.close()
        throw error
      }
    }

    private static func configuration() throws -> TLSConfiguration {
      .makeServerConfiguration(
        certificateChain: [.certificate(try certificate())],
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
    }

    /// What a client has to trust.
    static func certificate() throws -> NIOSSLCertificate {
      try NIOSSLCertificate(bytes: Array(certificateText.utf8), format: .pem)
    }

    private static let certificateText = """
      -----BEGIN CERTIFICATE-----
      MIIBkDCCATagAwIBAgIUVRPWXYZT58FBaVSty3X4/exGn8swCgYIKoZIzj0EAwIw
      FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMTE1MTkzNVoYDzIxMjYxMDI4
      MTUxOTM1WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
      PQMBBwNCAATufE3nWZ+Y2q2tRW8pOegOJDVjRDRdNL+32Cv7xoehx8XL56K+4hae
      lELat2xb2swSR6tHi4AQzeEH116DJg6yo2QwYjAdBgNVHQ4EFgQUEmIbyvf4TBno
      s/GuoTAohkaj8vYwHwYDVR0jBBgwFoAUEmIbyvf4TBnos/GuoTAohkaj8vYwDwYD
      VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
      IDfqzPMrqgx/n6Yg70feM7TOYgomH+SsR4f7V/R1+UUmAiEAj769A4Px1gzHPiiE
      4DqBklOWla710N5TGvmk5IXQBL4=
      -----END CERTIFICATE-----
      """

    /// Of no use to anybody: the certificate is for the loopback interface.
    private static let key = """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgF54tO3YBRj3ddc4n
      0OmRoUC7Aev3/dEn1h4bgJO9ItehRANCAATufE3nWZ+Y2q2tRW8pOegOJDVjRDRd
      NL+32Cv7xoehx8XL56K+4haelELat2xb2swSR6tHi4AQzeEH116DJg6y
      -----END PRIVATE KEY-----
      """
  }

  /// Answers whatever comes.
  private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let answer = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
      context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
#endif
