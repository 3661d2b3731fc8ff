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
  func measure(_ effort: Effort) async throws {
    switch self {
    case .json:
      print(try JSONBenchmark.run(items: 1, effort))
      print(try JSONBenchmark.run(items: effort.itemsInLargeBody, effort))
    case .documents:
      print(try DocumentBenchmark.run(effort))
    case .workflows:
      print(try await WorkflowBenchmark.runCanned(effort))
      print(try await WorkflowBenchmark.runOverLoopback(effort))
    case .polling:
      try PollingBenchmark.run(effort)
    }
  }
}
