#if Logging
  import ArazzoRuntime
  import Logging

  extension WorkflowEvent.Kind {
    /// What happened, in words that are the same for every event of the kind.
    var message: Logger.Message {
      switch self {
      case .entered: "workflow entered a state"
      case .started: "step started"
      case .requesting: "sending the request"
      case .redirected: "following a redirect"
      case .received: "received an event of a stream"
      case .responded: "received the response"
      case .checked(_, _, let holds): holds ? "criterion holds" : "criterion does not hold"
      case .finished: "step succeeded"
      case .failed: "step failed"
      case .evaluated(_, _, let holds):
        holds ? "criteria of the action hold" : "criteria of the action do not hold"
      case .chosen: "action chosen"
      case .waiting: "waiting"
      }
    }
  }
#endif
