import Foundation
import HTTPTypes

/// Gets bearer tokens for requests, such as the OAuth 2 client of the product `ArazzoOAuth`.
public protocol TokenProvider: Sendable {
  /// Returns a token.
  ///
  /// It is called for each request, by many workflows at the same time, so it should cache tokens.
  ///
  /// - Throws: A ``TokenFailure``, which says whether a retry may help. Any other error ends the
  ///   workflow with ``WorkflowError/Code/missingCredential``.
  func token(for context: TokenContext) async throws -> Secret
}

/// What a token is for.
public struct TokenContext: Sendable {
  /// The security scheme that the request requires.
  public let scheme: SecurityScheme
  /// The token that the server rejected with the status 401, if this is the second attempt.
  public let rejected: Secret?
  /// The client that sends the request, outside of its run: a workflow that gets a token can run
  /// with it.
  public let client: WorkflowClient

  private let server: APIServer

  init(
    _ request: StepRequest, _ scheme: SecurityScheme, rejected: Secret?, _ client: WorkflowClient
  ) {
    (self.scheme, self.rejected, self.client) = (scheme, rejected, client.outsideRuns)
    server = request.call.server
  }

  /// The URL of the server that the request goes to; `nil` if it is missing or invalid.
  public var serverURL: URL? {
    (try? client.settings.text(of: server)).flatMap { URL(string: $0) }
  }
}

/// Why there is no token.
public struct TokenFailure: Error, Sendable {
  /// Whether the cause is a fault of a server or of the network, so that a retry may help.
  public let isTransient: Bool
  /// What went wrong, after "couldn't get a token for …". It must not contain a secret.
  public let reason: String

  /// A failure that a retry doesn't mend. It ends the workflow with
  /// ``WorkflowError/Code/missingCredential``.
  public static func refused(_ reason: String) -> TokenFailure {
    TokenFailure(isTransient: false, reason: reason)
  }

  /// A failure of a server or of the network. The step fails with
  /// ``WorkflowError/Code/tokenUnavailable``, so that a retry action applies.
  public static func unavailable(_ reason: String) -> TokenFailure {
    TokenFailure(isTransient: true, reason: reason)
  }
}

extension WorkflowClient {
  /// Sends a request that is no step's over the client's transport, within ``requestTimeout``.
  ///
  /// A redirect is not followed.
  ///
  /// - Parameter bodyLimit: The largest response body, in bytes.
  package func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws(TokenFailure) -> HTTPTransportResponse {
    let transport = transport
    let send = { @Sendable in
      try await transport.send(request, body: body, bodyLimit: bodyLimit).limited(to: bodyLimit)
    }
    do {
      guard let limit = requestTimeout else { return try await send() }
      let now = await clock.now
      let deadline = Deadline(time: now + limit, limit: limit, scope: .request)
      return try await deadline.limit(clock, from: now, send)
    } catch let error as TimeLimitReached {
      throw .unavailable("the server took longer than \(error.deadline.limit.inWords)")
    } catch {
      let cause = (error as? HTTPTransportFailure).map(\.cause) ?? error as? HTTPTransportError
      throw .unavailable(cause?.rawValue ?? "the response is incomplete (\(type(of: error)))")
    }
  }
}
