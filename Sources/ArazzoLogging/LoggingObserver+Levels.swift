#if Logging
  public import ArazzoRuntime
  public import Logging

  extension LoggingObserver {
    /// The level that an event has unless the app says otherwise.
    ///
    /// A failure that the workflow's own actions may answer is a warning, any other one an error;
    /// waits and actions are told as information, and what the steps do in between is for debugging.
    public static func level(of kind: WorkflowEvent.Kind) -> Logger.Level {
      switch kind {
      case .failed(_, let error) where error.code == .cancelled: .info
      case .failed(_, let error): error.code.isStepFailure ? .warning : .error
      case .waiting, .acting: .info
      case .checked(_, _, let holds): holds ? .trace : .debug
      case .received, .considered: .trace
      default: .debug
      }
    }
  }
#endif
