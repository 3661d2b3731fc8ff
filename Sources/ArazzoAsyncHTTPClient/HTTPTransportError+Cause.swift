#if AsyncHTTPClient
  import ArazzoRuntime
  import AsyncHTTPClient
  import NIOCore
  import NIOHTTP1
  import NIOHTTPCompression
  import NIOPosix
  import NIOSSL

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  extension HTTPTransportError {
    /// The cause of an error of SwiftNIO's in the runtime's words; `nil` where there are none.
    init?(_ error: any Error) {
      let cause: HTTPTransportError? =
        switch error {
        case let error as HTTPClientError: Self.cause(of: error)
        case let error as NIOConnectionError:
          error.connectionErrors.isEmpty ? .unknownHost : .unreachable
        case let error as IOError:
          [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode)
            ? .unreachable : .connectionLost
        case is ChannelError: .connectionLost
        case HTTPParserError.invalidEOFState: .connectionLost
        case is HTTPParserError, is NIOHTTPDecompression.DecompressionError,
          is NIOHTTPDecompression.ExtraDecompressionError:
          .notHTTP
        case NIOSSLError.uncleanShutdown: .connectionLost
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .insecure
        default: nil
        }
      guard let cause else { return nil }
      self = cause
    }

    private static func cause(of error: HTTPClientError) -> HTTPTransportError? {
      switch error {
      case .connectTimeout, .readTimeout, .writeTimeout, .tlsHandshakeTimeout, .deadlineExceeded,
        .getConnectionFromPoolTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout:
        .timedOut
      case .remoteConnectionClosed, .uncleanShutdown: .connectionLost
      case .invalidURL, .emptyHost, .emptyScheme, .traceRequestWithBody: .unsupportedRequest
      default: nil
      }
    }
  }
#endif
