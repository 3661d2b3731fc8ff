#if Logging
  public import ArazzoRuntime
  public import Logging

  extension LoggingObserver {
    /// The default log level of an event.
    ///
    /// An error that fails a step is a warning, any other error is an error. Cancellation, waits and
    /// actions are `info`. Criteria that hold, evaluated actions and the events of streams are
    /// `trace`, all other events `debug`.
    public static func level(of kind: WorkflowEvent.Kind) -> Logger.Level {
      switch kind {
      case .failed(_, let error) where error.code == .cancelled: .info
      case .failed(_, let error): error.code.isStepFailure ? .warning : .error
      case .waiting, .chosen: .info
      case .checked(_, _, let holds): holds ? .trace : .debug
      case .received, .evaluated: .trace
      default: .debug
      }
    }
  }
#endif
