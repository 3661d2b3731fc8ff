#if Tracing
  import ArazzoRuntime
  import Tracing

  /// The spans of one run, opened and closed by its events.
  ///
  /// The events of a run arrive one after the other, those of a workflow that it calls between those
  /// of the call. So a workflow's span is open from its first event to the next event of its caller.
  /// The tracer and the metrics are called without the lock.
  final class RunTrace: WorkflowObserver {
    let tracer: any Tracer
    let metrics: RunMetrics
    private let workflow: String
    private let span: any Span
    private let open: Locked<OpenSpans>

    init(
      _ workflow: String, depth: Int, _ span: any Span, _ tracer: any Tracer, _ metrics: RunMetrics
    ) {
      (self.workflow, self.span, self.tracer, self.metrics) = (workflow, span, tracer, metrics)
      open = Locked(OpenSpans(OpenSpans.Frame(workflow: workflow, depth: depth, span: span)))
    }

    func observe(_ event: WorkflowEvent) {
      // The events of a stream come from the transport, also after the step has timed out.
      if case .received = event.kind { return }
      enter(event)
      switch event.kind {
      case .started(let step): start(step, of: event.workflow)
      case .requesting(let step, let method, let path):
        let call = TracedCall(
          workflow: event.workflow, step: step, method: method, template: path)
        open.withLock { $0.begin(call) }
      case .redirected: open.withLock { $0.redirect() }
      case .finished: end(open.withLock { $0.current.endStep() })
      case .failed(let step, let error): fail(step, TraceFailure(error))
      case .chosen(let step, let action):
        add("action", [TraceName.step: .string(step), TraceName.action: .string(action)])
      case .waiting(let step, let duration, let reason):
        metrics.waited(event.workflow, step, reason, duration)
        add(
          "wait",
          [
            TraceName.step: .string(step), TraceName.waitReason: .string(reason.rawValue),
            TraceName.waitSeconds: .double(duration / .seconds(1)),
          ])
      default: break
      }
    }

    /// The context of what runs now.
    var context: ServiceContext { open.withLock { $0.current.context } }

    /// The request that the current step sends now.
    func nextCall() -> TracedCall? { open.withLock { $0.nextCall() } }

    func end(_ ending: RunEnding, after duration: Duration) {
      end(open.withLock { $0.closeAll(failing: ending.failure) })
      span.attributes[TraceName.ending] = ending.name
      span.fail(with: ending.failure)
      span.end()
      metrics.ended(workflow, ending, after: duration)
    }
  }

  extension RunTrace {
    /// Closes the workflows that have returned, and opens the one that was called.
    private func enter(_ event: WorkflowEvent) {
      end(open.withLock { $0.close(before: event) })
      let caller = open.withLock { $0.current }
      guard !caller.sends(event) else { return }
      let span = tracer.startSpan(event.workflow, context: caller.context)
      span.attributes[TraceName.workflow] = event.workflow
      let frame = OpenSpans.Frame(workflow: event.workflow, depth: event.depth, span: span)
      open.withLock { $0.open(frame) }
    }

    private func start(_ step: String, of workflow: String) {
      let frame = open.withLock { $0.current }
      if frame.failedStep == step {
        metrics.retried(workflow, step)
        add("retry", [TraceName.step: .string(step)])
      }
      end(open.withLock { $0.current.endStep() })
      let span = tracer.startSpan(step, context: frame.span.context)
      span.attributes[TraceName.workflow] = workflow
      span.attributes[TraceName.step] = step
      open.withLock { open in
        open.current.step = span
        (open.current.failedStep, open.current.failure) = (nil, nil)
      }
    }

    private func fail(_ step: String, _ failure: TraceFailure) {
      let ended = open.withLock { open in
        (open.current.failedStep, open.current.failure) = (step, failure)
        return open.current.endStep(failing: failure)
      }
      end(ended)
    }

    /// Adds an event to the span of the workflow that runs now.
    private func add(_ name: String, _ attributes: SpanAttributes) {
      open.withLock { $0.current.span }.addEvent(SpanEvent(name: name, attributes: attributes))
    }

    private func end(_ spans: [OpenSpans.Ended]) {
      for ended in spans {
        ended.span.fail(with: ended.failure)
        ended.span.end()
      }
    }
  }
#endif
