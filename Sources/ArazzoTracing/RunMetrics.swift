#if Tracing
  import ArazzoRuntime
  import Metrics

  /// The metrics of a run.
  struct RunMetrics: Sendable {
    let factory: any MetricsFactory

    /// A request ended, with or without a response.
    func requested(_ attributes: RequestAttributes, after duration: Duration) {
      record("http.client.request.duration", attributes.dimensions, duration)
    }

    func waited(
      _ workflow: String, _ step: String, _ reason: WorkflowEvent.WaitReason, _ duration: Duration
    ) {
      record(
        "arazzo.wait.duration",
        [
          (TraceName.workflow, workflow), (TraceName.step, step),
          (TraceName.waitReason, reason.rawValue),
        ], duration)
    }

    func retried(_ workflow: String, _ step: String) {
      Counter(
        label: "arazzo.retries",
        dimensions: [(TraceName.workflow, workflow), (TraceName.step, step)], factory: factory
      ).increment()
    }

    func ended(_ workflow: String, _ ending: RunEnding, after duration: Duration) {
      let dimensions = [
        (TraceName.workflow, workflow), (TraceName.ending, ending.name),
        (TraceName.errorType, ending.failure?.type),
      ]
      record(
        "arazzo.workflow.duration",
        dimensions.compactMap { name, value in value.map { (name, $0) } }, duration)
    }

    private func record(_ label: String, _ dimensions: [(String, String)], _ duration: Duration) {
      Timer(label: label, dimensions: dimensions, factory: factory).record(duration: duration)
    }
  }
#endif
