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
  /// The memory of workflows that wait.
  case waiting
  /// The generator, with one document and with many.
  case generator
  /// The generator, with documents of three sizes.
  case scale
  /// What an app pays in bytes and in time to build.
  case footprint

  /// Measures and prints the results.
  ///
  /// - Returns: The goals that a ratio expresses.
  func measure(_ scale: BenchmarkScale) async throws -> [Goal] {
    switch self {
    case .json:
      print(try JSONBenchmark.run(items: 1, scale))
      print(try JSONBenchmark.run(items: scale.itemsInLargeBody, scale))
      return []
    case .documents:
      print(try DocumentBenchmark.run(scale))
      return []
    case .workflows:
      return try await WorkflowBenchmark.run(scale)
    case .polling:
      try PollingBenchmark.run(scale)
      return []
    case .waiting:
      return try WaitingBenchmark.run(scale)
    case .generator:
      return try GeneratorBenchmark.run(scale)
    case .scale:
      return try ScaleBenchmark.run(scale)
    case .footprint:
      return try FootprintBenchmark.run(scale)
    }
  }
}
