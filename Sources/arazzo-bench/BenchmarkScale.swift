/// How many rounds, bytes and runs a benchmark measures.
struct BenchmarkScale {
  /// How many times each contender is measured; the median is reported.
  var rounds: Int
  /// The approximate number of bytes of JSON that a contender reads in one round.
  var bytesOfJSON: Int
  /// The number of items of the large body, about 300 bytes each.
  var itemsInLargeBody: Int
  /// The number of paths of the OpenAPI document, about 2.4 kB each.
  var paths: Int
  /// The number of workflow runs in one round.
  var workflowRuns: Int

  /// The number of workflows that poll at the same time.
  var pollingWorkflows: Int

  /// The numbers of workflows that wait at the same time.
  var waitingWorkflows: [Int]

  /// The number of documents in one call of the generator.
  var documents: Int

  /// The numbers of workflows of the apps that are built.
  var workflowsOfApp: [Int]

  /// A folder of published documents with their sources, for the rates of the generator.
  var publishedDocuments: String?

  /// Large enough for results that are published.
  static let full = BenchmarkScale(
    rounds: 21, bytesOfJSON: 300_000, itemsInLargeBody: 1_400, paths: 1_200, workflowRuns: 30,
    pollingWorkflows: 10_000, waitingWorkflows: [10_000, 100_000], documents: 400,
    workflowsOfApp: [1, 40])

  /// For continuous integration.
  static let quick = BenchmarkScale(
    rounds: 9, bytesOfJSON: 30_000, itemsInLargeBody: 140, paths: 60, workflowRuns: 10,
    pollingWorkflows: 100, waitingWorkflows: [10_000], documents: 40,
    workflowsOfApp: [1])
}
