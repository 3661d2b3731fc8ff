import ArgumentParser

/// What can be measured.
enum Subject: String, CaseIterable, ExpressibleByArgument {
  /// The runtime's reader of JSON.
  case json
  /// The reader of documents.
  case documents
  /// Generated workflows.
  case workflows
  /// Ten thousand workflows that poll at the same time.
  case polling

  /// Measures and prints what comes of it.
  func measure(_ scale: BenchmarkScale) async throws {
    switch self {
    case .json:
      print(try JSONBenchmark.run(items: 1, scale))
      print(try JSONBenchmark.run(items: scale.itemsInLargeBody, scale))
    case .documents:
      print(try DocumentBenchmark.run(scale))
    case .workflows:
      print(try await WorkflowBenchmark.runCanned(scale))
      print(try await WorkflowBenchmark.runOverLoopback(scale))
    case .polling:
      try PollingBenchmark.run(scale)
    }
  }
}
