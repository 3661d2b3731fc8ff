#if Temporal
  public import ArazzoRuntime
  import Foundation

  /// A workflow that a ``TemporalWorker`` runs.
  ///
  /// ```swift
  /// TemporalWorkflow("run-app-and-poll", secrets: ["apiToken": token]) { inputs, client in
  ///   try await runAppAndPoll(inputs, client: client)
  /// }
  /// ```
  public struct TemporalWorkflow: Sendable {
    /// The name under which runs are started.
    public let name: String
    let handler: RunHandler

    /// A workflow with inputs.
    ///
    /// - Parameters:
    ///   - name: The name under which runs are started. Default: the workflow's identifier.
    ///   - secrets: Inputs that the worker supplies, so that they are in no payload, under their names
    ///     in the document. They replace those of the payload.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init<Inputs: Decodable & Sendable, Outcome: WorkflowOutcome>(
      _ name: String = Outcome.workflow, secrets: [String: Secret] = [:],
      _ body: @escaping @Sendable (Inputs, WorkflowClient) async throws -> Outcome
    ) {
      self.init(name: name) { attempt in
        let inputs: Inputs = try attempt.inputs(adding: secrets)
        return try await attempt.run { client in try await body(inputs, client) }
      }
    }

    /// A workflow without inputs.
    ///
    /// - Parameters:
    ///   - name: The name under which runs are started. Default: the workflow's identifier.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init<Outcome: WorkflowOutcome>(
      _ name: String = Outcome.workflow,
      _ body: @escaping @Sendable (WorkflowClient) async throws -> Outcome
    ) {
      self.init(name: name) { attempt in try await attempt.run(body) }
    }

    init(name: String, handler: @escaping RunHandler) {
      self.name = name
      self.handler = handler
    }
  }

  /// Brings a run to its end, or as far as it goes.
  typealias RunHandler = @Sendable (RunAttempt) async throws -> any Encodable & Sendable

  /// A run as a worker received it.
  struct RunAttempt: Sendable {
    let inputs: JSONValue
    /// The run as it was saved last; nil where it begins.
    let saved: Data?
    let runID: String
    /// The worker's client.
    let client: WorkflowClient
    /// Waits until the server has it.
    let save: @Sendable (any Encodable & Sendable) async throws -> Void
    /// Whether the server is to wait in place of the worker.
    let parks: @Sendable (Duration) -> Bool

    /// The inputs as a value.
    func inputs<Inputs: Decodable>(adding secrets: [String: Secret]) throws -> Inputs {
      var json = inputs
      if !secrets.isEmpty {
        var members = JSONObject()
        if case .object(let sent) = inputs { members = sent }
        for (name, secret) in secrets { members[name] = .string(secret.revealed) }
        json = .object(members)
      }
      do {
        return try JSONDecoder().decode(Inputs.self, from: Data(json.serialized()))
      } catch {
        throw InvalidInputs(reason: "the inputs can't be read: \(CodingProblem.text(of: error))")
      }
    }
  }

  /// The inputs of a run aren't those of its workflow.
  struct InvalidInputs: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  /// A run that this worker can't read, and that another one may be able to.
  struct UnreadableRun: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  /// A run that the server is to offer again when its wait is over.
  struct Parked: Error {
    let due: Date
  }
#endif
