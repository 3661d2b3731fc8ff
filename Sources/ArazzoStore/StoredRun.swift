#if Store
  public import ArazzoRuntime
  public import Foundation

  /// What a ``WorkflowStore`` knows of a run.
  public struct StoredRun: Sendable, Identifiable {
    /// How far a run is.
    public enum Status: String, Sendable, Hashable, CaseIterable {
      /// No process works on it: it has not begun, or its process has ended. It can be resumed.
      case pending
      /// A process works on it.
      case running
      /// It waits until ``StoredRun/due``, and no process works on it.
      case parked
      /// It reached an ending that isn't a failure.
      case completed
      /// It reached an ending that is a failure, or an error ended it. After an error it can be
      /// resumed from where it was saved last.
      case failed
      /// It was cancelled.
      case cancelled
    }

    /// The identifier of the run.
    public let id: String
    /// The plan of the workflow with which the run was started.
    public let plan: SavedPlan
    /// How far the run is.
    public let status: Status
    /// The identifier of the step that comes next, of the innermost workflow, as it was saved last.
    public let step: String?
    /// When the wait before the step ends, if it waits.
    public let due: Date?
    /// The kind of the error, if one ended the run or its workflow refused to go on with it.
    public let errorCode: WorkflowError.Code?
    /// The error in words.
    public let message: String?
    /// When the run was started.
    public let startedAt: Date
    /// When the run was saved, ended or cancelled last.
    public let changedAt: Date

    let storedOutcome: Data?
    let coding: RunCoding

    /// The identifier of the workflow.
    public var workflow: String { plan.workflow }

    /// Whether the run can go on.
    public var canResume: Bool {
      switch status {
      case .pending, .parked: true
      case .failed: storedOutcome == nil
      case .running, .completed, .cancelled: false
      }
    }
  }

  extension StoredRun {
    /// The outcome as JSON, such as `{"ending": "completed", "outputs": {…}}`; `nil` if the run has
    /// reached no ending. Without a codec, secrets among the outputs are replaced.
    ///
    /// - Throws: ``WorkflowStoreError`` if it can't be read.
    public var outcome: JSONValue? {
      get async throws(WorkflowStoreError) {
        guard let storedOutcome else { return nil }
        return try await coding.json(of: storedOutcome)
      }
    }

    /// The outputs of the ending that the run has reached, such as `RunAppAndPoll.Outputs`.
    ///
    /// - Returns: `nil` if the run has reached no ending.
    /// - Throws: ``WorkflowStoreError`` if the ending has no such outputs.
    public func outputs<Outputs: Decodable>(
      as type: Outputs.Type = Outputs.self
    ) async throws(WorkflowStoreError) -> Outputs? {
      guard let storedOutcome else { return nil }
      return try await coding.value(of: storedOutcome, as: StoredOutputs<Outputs>.self).outputs
    }
  }

  private struct StoredOutputs<Outputs: Decodable>: Decodable {
    var outputs: Outputs
  }

  extension StoredRun: Encodable {
    private enum CodingKeys: String, CodingKey {
      case id, workflow, status, step, due, error, message, startedAt, changedAt
    }

    /// Encodes what the description says, and when it was started and changed: no input and no output.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(workflow, forKey: .workflow)
      try container.encode(status.rawValue, forKey: .status)
      try container.encodeIfPresent(step, forKey: .step)
      try container.encodeIfPresent(due, forKey: .due)
      try container.encodeIfPresent(errorCode?.rawValue, forKey: .error)
      try container.encodeIfPresent(message, forKey: .message)
      try container.encode(startedAt, forKey: .startedAt)
      try container.encode(changedAt, forKey: .changedAt)
    }
  }

  extension StoredRun: CustomStringConvertible, CustomReflectable {
    /// The run, its workflow, how far it is and why; no value.
    public var description: String {
      var text = "run '\(id)' of workflow '\(workflow)': \(status)"
      if let step { text += " before step '\(step)'" }
      if let due { text += " until \(due.formatted(.iso8601))" }
      if let message { text += ": \(message)" }
      return text
    }

    /// What `dump` shows: the description.
    public var customMirror: Mirror { Mirror(self, children: ["run": description]) }
  }
#endif
