#if Logging
  import ArazzoRuntime
  import Logging

  extension WorkflowEvent {
    /// What there is to know of the event, under the names that the documentation lists.
    var metadata: Logger.Metadata {
      var metadata = kind.metadata
      metadata["workflow"] = "\(workflow)"
      metadata["step"] = kind.step.map { "\($0)" }
      return metadata
    }
  }

  extension WorkflowEvent.Kind {
    fileprivate var metadata: Logger.Metadata {
      switch self {
      case .requesting(_, let method, let path): ["method": "\(method)", "path": "\(path)"]
      case .redirected(_, let status, let isElsewhere):
        ["status": "\(status)", "to-another-origin": "\(isElsewhere)"]
      case .responded(_, let status, let duration):
        ["status": "\(status)", "seconds": "\(duration.inSeconds)"]
      case .checked(_, let criterion, let holds):
        ["criterion": "\(criterion)", "holds": "\(holds)"]
      case .failed(_, let error): error.metadata
      case .evaluated(_, let action, let holds): ["action": "\(action)", "holds": "\(holds)"]
      case .chosen(_, let action): ["action": "\(action)"]
      case .waiting(_, let duration, let reason):
        ["seconds": "\(duration.inSeconds)", "reason": "\(reason.rawValue)"]
      default: [:]
      }
    }
  }

  extension WorkflowError {
    /// What the error says, without the answer of the server and without the state.
    fileprivate var metadata: Logger.Metadata {
      let texts = [
        "code": code.rawValue, "reason": reason, "operation": operation, "method": method,
        "path": path, "criterion": criterion, "status": statusCode.map { "\($0)" },
      ]
      return texts.compactMapValues { text in text.map { "\($0)" } }
    }
  }

  extension Duration {
    /// The duration as a number of seconds.
    fileprivate var inSeconds: Double { self / .seconds(1) }
  }
#endif
