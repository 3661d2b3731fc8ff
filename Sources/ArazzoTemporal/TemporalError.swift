#if Temporal
  public import Foundation
  import GRPCCore

  /// Why a call to a Temporal server failed, or why a worker ended.
  public struct TemporalError: Error, Sendable {
    /// The kind of error.
    public let code: Code
    /// What went wrong, in words.
    public let reason: String
    /// The error of the connection, if it is one.
    public let underlyingError: (any Error)?

    init(_ code: Code, _ reason: String, underlyingError: (any Error)? = nil) {
      self.code = code
      self.reason = reason
      self.underlyingError = underlyingError
    }
  }

  extension TemporalError {
    /// The kind of an error. Later versions can add kinds.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
      /// The name of the static member.
      public let rawValue: String

      /// Creates the kind with a name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// The name of the static member.
      public var description: String { rawValue }
    }
  }

  extension TemporalError.Code {
    /// No server answers at the address, or not in time.
    public static let unreachable = Self(rawValue: "unreachable")
    /// The server doesn't know the namespace.
    public static let unknownNamespace = Self(rawValue: "unknownNamespace")
    /// The server doesn't know the run, or has forgotten it.
    public static let unknownRun = Self(rawValue: "unknownRun")
    /// There is a run with this identifier.
    public static let alreadyStarted = Self(rawValue: "alreadyStarted")
    /// Inputs, outcome or saved run exceed the server's limit.
    public static let payloadTooLarge = Self(rawValue: "payloadTooLarge")
    /// The server rejects the credentials.
    public static let unauthorized = Self(rawValue: "unauthorized")
    /// The server is older than version 1.31, or has standalone activities switched off.
    public static let unsupportedServer = Self(rawValue: "unsupportedServer")
    /// A payload would hold a secret, and there is no ``TemporalPayloadCodec``.
    public static let secretInPayload = Self(rawValue: "secretInPayload")
    /// A payload can't be written or read.
    public static let invalidPayload = Self(rawValue: "invalidPayload")
    /// The run is another worker's, or it has ended.
    public static let runLost = Self(rawValue: "runLost")
    /// The server refused the call for another reason.
    public static let rejected = Self(rawValue: "rejected")
    /// The task was cancelled.
    public static let cancelled = Self(rawValue: "cancelled")
  }

  extension TemporalError: Hashable {
    /// Two errors are equal if they have the same code and reason.
    public static func == (one: TemporalError, other: TemporalError) -> Bool {
      one.code == other.code && one.reason == other.reason
    }

    /// Hashes the code and the reason.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(reason)
    }
  }

  extension TemporalError: CustomStringConvertible, LocalizedError {
    /// The error in one sentence.
    public var description: String { reason }

    /// The same as ``description``.
    public var errorDescription: String? { description }
  }

  @available(Temporal 1.0, *)
  extension TemporalError {
    /// The error of a call.
    init(_ error: any Error, of method: String, at connection: TemporalConnection) {
      let rpcError = error as? RPCError
      if error is CancellationError || rpcError?.cause is CancellationError {
        self.init(.cancelled, "\(method) was cancelled", underlyingError: error)
        return
      }
      guard let error = rpcError else {
        self.init(.rejected, "\(method) failed: \(error)", underlyingError: error)
        return
      }
      let code = Code(error)
      let reason =
        switch code {
        case .unreachable: "no Temporal server answers at '\(connection.address)'"
        case .unknownNamespace: "the server has no namespace '\(connection.namespace)'"
        case .unsupportedServer:
          "the server doesn't run standalone activities: it must be of version 1.31 or later"
        default: "the server refused \(method)"
        }
      self.init(code, "\(reason): \(error.message)", underlyingError: error)
    }
  }

  @available(Temporal 1.0, *)
  extension TemporalError {
    /// Whether the same call can succeed later.
    var isTransient: Bool {
      guard let error = underlyingError as? RPCError, code != .payloadTooLarge else { return false }
      return switch error.code {
      case .unavailable, .deadlineExceeded, .resourceExhausted, .internalError, .unknown, .aborted:
        true
      case .cancelled: !Task.isCancelled
      default: false
      }
    }
  }

  @available(Temporal 1.0, *)
  extension TemporalError.Code {
    /// The kind of what a call was answered with.
    init(_ error: RPCError) {
      let words = error.message.lowercased()
      self =
        switch error.code {
        case .unavailable, .deadlineExceeded: .unreachable
        case .cancelled: .cancelled
        case .notFound: words.contains("namespace") ? .unknownNamespace : .unknownRun
        case .alreadyExists: .alreadyStarted
        case .permissionDenied, .unauthenticated: .unauthorized
        case .unimplemented: .unsupportedServer
        // A server that limits the rate of calls also says that a limit is exceeded.
        case .resourceExhausted: words.contains("larger than max") ? .payloadTooLarge : .rejected
        case .invalidArgument:
          words.contains("larger than max") || words.contains("size") && words.contains("limit")
            ? .payloadTooLarge : .rejected
        default: .rejected
        }
    }
  }
#endif
