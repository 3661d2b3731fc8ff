/// How much is measured.
struct Effort {
  /// How often each contender has its turn; the median counts.
  var rounds: Int
  /// About how many bytes of JSON a contender reads in one turn.
  var bytesOfJSON: Int
  /// How many items the large body has, about 300 bytes each.
  var itemsInLargeBody: Int
  /// How many paths the OpenAPI document has, about 2.4 kB each.
  var paths: Int
  /// How often a workflow runs in one turn.
  var workflowRuns: Int

  /// How many workflows poll at the same time.
  var pollingWorkflows: Int

  /// For numbers that can be told to others.
  static let full = Effort(
    rounds: 21, bytesOfJSON: 300_000, itemsInLargeBody: 1_400, paths: 1_200, workflowRuns: 30,
    pollingWorkflows: 10_000)

  /// For continuous integration.
  static let quick = Effort(
    rounds: 3, bytesOfJSON: 30_000, itemsInLargeBody: 140, paths: 60, workflowRuns: 3,
    pollingWorkflows: 100)
}
