#if Temporal
  public import ArazzoRuntime
  public import Foundation

  /// How a run ended that has no outcome.
  public struct TemporalRunFailure: Error, Sendable, Hashable {
    /// How it ended.
    public enum Kind: String, Sendable, Hashable, Codable {
      /// The workflow failed, with an error for which it makes no sense to try again.
      case failed
      /// It was cancelled.
      case cancelled
      /// It was terminated.
      case terminated
      /// A time limit of its ``TemporalRunOptions`` has passed.
      case timedOut
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
        case .failed: "failed"
        case .cancelled: "was cancelled"
        case .terminated: "was terminated"
        case .timedOut: "took too long"
        }
      return "run '\(run.id)' \(words): \(reason)"
    }

    /// The same as ``description``.
    public var errorDescription: String? { description }
  }
#endif
