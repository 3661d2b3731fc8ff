#if Tracing
  import ArazzoRuntime
  import Tracing

  /// An error as a span shows it. It contains no secret.
  struct TraceFailure: Sendable {
    /// The attribute `error.type`: one of few values.
    let type: String
    let message: String?

    /// An error of a workflow.
    init(_ error: WorkflowError) {
      type = error.code.rawValue
      message = error.reason
    }

    /// Any other error, of which only the type is shown.
    init(type error: any Error) {
      type = error is CancellationError ? "cancelled" : "\(Swift.type(of: error))"
      message = nil
    }

    /// A response with the status of an error.
    init(statusCode: Int) {
      type = "\(statusCode)"
      message = nil
    }

    /// An error of a transport.
    init(transport error: any Error) {
      let cause = (error as? HTTPTransportFailure).map(\.cause) ?? error as? HTTPTransportError
      guard let cause, !Task.isCancelled else {
        self =
          Task.isCancelled ? TraceFailure(type: CancellationError()) : TraceFailure(type: error)
        return
      }
      type = "\(cause)"
      message = cause.rawValue
    }
  }

  extension Span {
    /// Marks the span as failed, if there is a failure.
    func fail(with failure: TraceFailure?) {
      guard let failure else { return }
      attributes[TraceName.errorType] = failure.type
      setStatus(SpanStatus(code: .error, message: failure.message))
    }
  }
#endif
