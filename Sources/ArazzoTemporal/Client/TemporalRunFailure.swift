#if Temporal
  public import ArazzoRuntime
  public import Foundation

  /// How a run ended that has no outcome.
  public struct TemporalRunFailure: Error, Sendable, Hashable {
    /// How a run ended. Later versions can add kinds.
    public struct Kind: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
      /// The name of the static member.
      public let rawValue: String

      /// Creates the kind with a name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// The name of the static member.
      public var description: String { rawValue }
    }

    /// The run.
    public let run: TemporalRun
    /// How it ended.
    public let kind: Kind
    /// The code of the workflow's error; nil where the run did not fail by one.
    public let code: WorkflowError.Code?
    /// The description of the workflow's error, or what the server says.
    public let reason: String
  }

  extension TemporalRunFailure.Kind {
    /// The workflow failed, with an error for which it makes no sense to try again.
    public static let failed = Self(rawValue: "failed")
    /// The run was cancelled.
    public static let cancelled = Self(rawValue: "cancelled")
    /// It was terminated.
    public static let terminated = Self(rawValue: "terminated")
    /// A time limit of its ``TemporalRunOptions`` has passed.
    public static let timedOut = Self(rawValue: "timedOut")
  }

  extension TemporalRunFailure {
    init(_ failure: APIFailure, of run: TemporalRun) {
      self.run = run
      reason = failure.message
      switch failure.failureInfo {
      case .canceledFailureInfo?: (kind, code) = (.cancelled, nil)
      case .terminatedFailureInfo?: (kind, code) = (.terminated, nil)
      case .timeoutFailureInfo?: (kind, code) = (.timedOut, nil)
      case .applicationFailureInfo(let info)?:
        (kind, code) = (.failed, WorkflowError.Code(rawValue: info.type))
      case .serverFailureInfo?, nil: (kind, code) = (.failed, nil)
      }
    }
  }

  extension TemporalRunFailure: CustomStringConvertible, LocalizedError {
    /// The failure in one sentence.
    public var description: String {
      let words =
        switch kind {
        case .cancelled: "was cancelled"
        case .terminated: "was terminated"
        case .timedOut: "took too long"
        default: "failed"
        }
      return "run '\(run.id)' \(words): \(reason)"
    }

    /// The same as ``description``.
    public var errorDescription: String? { description }
  }
#endif
