#if Tracing
  import ArazzoRuntime
  import Tracing

  /// What is open of a run: the workflow that is traced, and the workflows that it calls.
  struct OpenSpans: Sendable {
    /// A workflow that is running.
    struct Frame: Sendable {
      let workflow: String
      /// How many calls led to the workflow.
      let depth: Int
      let span: any Span
      var step: (any Span)?
      /// The step that failed last, until another starts.
      var failedStep: String?
      /// The error of that step, with which the workflow ends unless another step starts.
      var failure: TraceFailure?
    }

    /// A span that ends.
    struct Ended: Sendable {
      let span: any Span
      let failure: TraceFailure?
    }

    private var root: Frame
    /// The workflows that are running below the first one, each deeper than the one before it. A
    /// workflow that the first one depends on is as deep as that one.
    private var called: [Frame] = []
    private var call: TracedCall?
    private var isRedirected = false

    init(_ root: Frame) { self.root = root }

    /// The workflow that runs now.
    var current: Frame {
      get { called.last ?? root }
      set { if called.isEmpty { root = newValue } else { called[called.count - 1] = newValue } }
    }

    mutating func open(_ frame: Frame) { called.append(frame) }

    /// Closes the workflows that have returned before an event.
    mutating func close(before event: WorkflowEvent) -> [Ended] {
      close(to: called.prefix { $0.depth < event.depth || $0.sends(event) }.count)
    }

    /// Closes everything but the span of the first workflow.
    mutating func closeAll(failing failure: TraceFailure?) -> [Ended] {
      close(to: 0) + root.endStep(failing: failure)
    }

    private mutating func close(to count: Int) -> [Ended] {
      var ended: [Ended] = []
      var inner: Frame?
      while called.count > count, var frame = called.popLast() {
        // A workflow that continues in another ends as that one does.
        if let inner, frame.step == nil { frame.failure = inner.failure }
        ended += frame.endStep(failing: frame.failure)
        ended.append(Ended(span: frame.span, failure: frame.failure))
        inner = frame
      }
      return ended
    }
  }

  extension OpenSpans.Frame {
    /// Whether an event is one of the workflow.
    func sends(_ event: WorkflowEvent) -> Bool {
      depth == event.depth && workflow == event.workflow
    }

    var context: ServiceContext { (step ?? span).context }

    mutating func endStep(failing failure: TraceFailure? = nil) -> [OpenSpans.Ended] {
      defer { step = nil }
      return step.map { [OpenSpans.Ended(span: $0, failure: failure)] } ?? []
    }
  }

  extension OpenSpans {
    /// Notes that a step sends its request.
    mutating func begin(_ call: TracedCall) { (self.call, isRedirected) = (call, false) }

    /// Notes that the next request is redirected.
    mutating func redirect() { isRedirected = true }

    /// The request that the current step sends now; the next one is sent again.
    mutating func nextCall() -> TracedCall? {
      guard var call else { return nil }
      self.call?.resendCount += 1
      if isRedirected { call.template = nil }
      isRedirected = false
      return call
    }
  }
#endif
