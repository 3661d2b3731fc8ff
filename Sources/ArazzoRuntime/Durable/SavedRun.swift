public import Foundation

/// A run of a workflow as far as it is known, to go on from in another process.
///
/// It holds where the workflow and the workflows that it calls stand, and the responses that they
/// have received since. It is coded as JSON:
///
/// ```json
/// {"version": 1, "id": "…", "savedAt": 1700000000, "step": "pollRun",
///  "frames": [{"workflow": "run-app-and-poll", "plan": "9f86d081884c7d65", "state": {…}, …}]}
/// ```
///
/// States and responses can hold secrets: keep a saved run as you would keep them. Its description
/// and `dump` show none.
public struct SavedRun: Sendable {
  /// The identifier of the run: ``WorkflowClient/runID``, or a random one.
  public let id: String
  /// The date on which it was saved.
  public let savedAt: Date
  /// The identifier of the step that comes next, of the innermost workflow.
  public let step: String
  /// When the wait before the step ends; `nil` if it was saved before a request.
  public let due: Date?

  let root: SavedFrame
  /// The workflows that it calls.
  let called: [SavedFrame]

  /// The identifier of the workflow.
  public var workflow: String { root.plan.workflow }

  /// The plan of the workflow. A workflow of another plan refuses the run.
  public var plan: SavedPlan { root.plan }

  init(
    id: String, savedAt: Date, step: String, due: Date?, root: SavedFrame, called: [SavedFrame]
  ) {
    self.id = id
    self.savedAt = savedAt
    self.step = step
    self.due = due
    self.root = root
    self.called = called
  }
}

extension SavedRun: Codable {
  private static var version: Int { 1 }

  private enum Key: String, CodingKey { case version, id, savedAt, step, due, frames }

  /// Reads a saved run.
  ///
  /// - Throws: `DecodingError` for anything else, and for a run that a later version has saved.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version == Self.version else {
      let words = "is \(version); this library reads \(Self.version)"
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: container.codingPath + [Key.version], debugDescription: words,
          underlyingError: DecodingError.OwnProblem(words: words)))
    }
    let frames = try container.decode([SavedFrame].self, forKey: .frames)
    guard let root = frames.first else {
      throw DecodingError.dataCorruptedError(
        forKey: .frames, in: container, debugDescription: "a run without a workflow")
    }
    try self.init(
      id: container.decode(String.self, forKey: .id),
      savedAt: container.date(forKey: .savedAt),
      step: container.decode(String.self, forKey: .step),
      due: container.contains(.due) ? container.date(forKey: .due) : nil,
      root: root, called: Array(frames.dropFirst()))
  }

  /// Writes the run, with the secrets that it holds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.version, forKey: .version)
    try container.encode(id, forKey: .id)
    try container.encode(savedAt.timeIntervalSince1970, forKey: .savedAt)
    try container.encode(step, forKey: .step)
    try container.encodeIfPresent(due?.timeIntervalSince1970, forKey: .due)
    try container.encode([root] + called, forKey: .frames)
  }
}

extension SavedRun: CustomStringConvertible, CustomReflectable {
  /// The run, its workflow and its step; no value.
  public var description: String { "run '\(id)' of workflow '\(workflow)' before step '\(step)'" }
  /// What `dump` shows: the description.
  public var customMirror: Mirror { Mirror(self, children: ["run": description]) }
}

extension KeyedDecodingContainer {
  /// A date as seconds since 1970.
  func date(forKey key: Key) throws -> Date {
    Date(timeIntervalSince1970: try seconds(forKey: key))
  }

  /// A duration in seconds.
  func duration(forKey key: Key) throws -> Duration { .seconds(try seconds(forKey: key)) }

  private func seconds(forKey key: Key) throws -> Double {
    let seconds = try decode(Double.self, forKey: key)
    guard abs(seconds) < 1e12 else { throw isOutOfRange(key) }
    return seconds
  }

  /// How often something has happened.
  func count(forKey key: Key) throws -> Int {
    let count = try decodeIfPresent(Int.self, forKey: key) ?? 0
    guard Self.possibleCounts.contains(count) else { throw isOutOfRange(key) }
    return count
  }

  /// How often things have happened, by name.
  func counts(forKey key: Key) throws -> [String: Int] {
    let counts = try decodeIfPresent([String: Int].self, forKey: key) ?? [:]
    guard counts.values.allSatisfy(Self.possibleCounts.contains) else { throw isOutOfRange(key) }
    return counts
  }

  private static var possibleCounts: ClosedRange<Int> { 0...1_000_000_000 }

  private func isOutOfRange(_ key: Key) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: "out of range")
  }
}
