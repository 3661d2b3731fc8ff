#if Tracing
  import ArazzoRuntime
  import Tracing

  /// The spans of one run, opened and closed by its events.
  ///
  /// The events of a run arrive one after the other, those of a workflow that it calls between those
  /// of the call. So a workflow's span is open from its first event to the next event of its caller.
  final class RunTrace: WorkflowObserver {
    fileprivate struct Frame: Sendable {
      let workflow: String
      let span: any Span
      var step: (any Span)?
      /// The step that failed last, until another starts.
      var failedStep: String?
      /// The error that ends the workflow, unless an action applies.
      var failure: TraceFailure?
    }

    private struct State: Sendable {
      /// The workflows that are running, each called by the one before it.
      var frames: [Frame]
      var call: TracedCall?
    }

    let tracer: any Tracer
    let metrics: RunMetrics
    private let workflow: String
    private let span: any Span
    private let state: Locked<State>

    init(_ workflow: String, _ span: any Span, _ tracer: any Tracer, _ metrics: RunMetrics) {
      (self.workflow, self.span, self.tracer, self.metrics) = (workflow, span, tracer, metrics)
      state = Locked(State(frames: [Frame(workflow: workflow, span: span)]))
    }

    func observe(_ event: WorkflowEvent) {
      state.withLock { [self] state in
        enter(event.workflow, &state.frames)
        observe(event.kind, in: event.workflow, &state)
      }
    }

    /// The context of what runs now.
    var context: ServiceContext {
      state.withLock { state in state.frames.last?.context } ?? span.context
    }

    /// The request that the current step sends now; the next one is sent again.
    func nextCall() -> TracedCall? {
      state.withLock { state in
        defer { state.call?.resendCount += 1 }
        return state.call
      }
    }

    func end(_ ending: RunEnding, after duration: Duration) {
      state.withLock { state in
        while state.frames.count > 1 { state.frames.removeLast().end() }
        state.frames.first?.step?.end(failing: ending.failure)
      }
      span.attributes[TraceName.ending] = ending.name
      span.fail(with: ending.failure)
      span.end()
      metrics.ended(workflow, ending, after: duration)
    }
  }

  extension RunTrace {
    /// Closes the workflows that have returned, or opens the one that was called.
    private func enter(_ workflow: String, _ frames: inout [Frame]) {
      if let index = frames.lastIndex(where: { $0.workflow == workflow }) {
        while frames.count > index + 1 { frames.removeLast().end() }
        return
      }
      let span = tracer.startSpan(workflow, context: frames.last?.context ?? self.span.context)
      span.attributes[TraceName.workflow] = workflow
      frames.append(Frame(workflow: workflow, span: span))
    }

    private func observe(
      _ kind: WorkflowEvent.Kind, in workflow: String, _ state: inout State
    ) {
      guard var frame = state.frames.popLast() else { return }
      defer { state.frames.append(frame) }
      switch kind {
      case .started(let step): start(step, &frame)
      case .requesting(let step, let method, let path):
        state.call = TracedCall(workflow: workflow, step: step, method: method, template: path)
      case .redirected: state.call?.template = nil
      case .finished:
        frame.step?.end()
        frame.step = nil
      case .failed(let step, let error):
        frame.failure = TraceFailure(error)
        frame.failedStep = step
        frame.step?.end(failing: frame.failure)
        frame.step = nil
      case .chosen(let step, let action):
        frame.failure = nil
        frame.span.addEvent(
          SpanEvent(
            name: "action",
            attributes: [TraceName.step: .string(step), TraceName.action: .string(action)]))
      case .waiting(let step, let duration, let reason):
        metrics.waited(workflow, step, reason, duration)
        frame.span.addEvent(
          SpanEvent(
            name: "wait",
            attributes: [
              TraceName.step: .string(step), TraceName.waitReason: .string(reason.rawValue),
              TraceName.waitSeconds: .double(duration / .seconds(1)),
            ]))
      default: break
      }
    }

    private func start(_ step: String, _ frame: inout Frame) {
      if frame.failedStep == step {
        metrics.retried(frame.workflow, step)
        frame.span.addEvent(
          SpanEvent(name: "retry", attributes: [TraceName.step: .string(step)]))
      }
      (frame.failedStep, frame.failure) = (nil, nil)
      frame.step?.end()
      let span = tracer.startSpan(step, context: frame.span.context)
      span.attributes[TraceName.workflow] = frame.workflow
      span.attributes[TraceName.step] = step
      frame.step = span
    }
  }

  extension RunTrace.Frame {
    fileprivate var context: ServiceContext { (step ?? span).context }

    fileprivate func end() {
      step?.end(failing: failure)
      span.end(failing: failure)
    }
  }

  extension Span {
    fileprivate func end(failing failure: TraceFailure?) {
      fail(with: failure)
      end()
    }
  }
#endif
