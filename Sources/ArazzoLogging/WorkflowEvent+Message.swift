#if Logging
  import ArazzoRuntime
  import Logging

  extension WorkflowEvent.Kind {
    /// What happened, in words that are the same for every event of the kind.
    var message: Logger.Message {
      switch self {
      case .entered: "workflow enters its next state"
      case .started: "step begins"
      case .requesting: "step sends its request"
      case .redirected: "step follows a redirect"
      case .received: "step received an event of a stream"
      case .responded: "step received its response"
      case .checked(_, _, let holds): holds ? "criterion holds" : "criterion does not hold"
      case .finished: "step has succeeded"
      case .failed: "step has failed"
      case .evaluated(_, _, let holds):
        holds ? "action's criteria hold" : "action's criteria do not hold"
      case .chosen: "action is taken"
      case .waiting: "workflow waits"
      }
    }
  }
#endif
