#if Store
  public import ArazzoRuntime
  import Foundation

  /// A workflow that a ``WorkflowHost`` runs.
  ///
  /// ```swift
  /// StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": token]) { inputs, client in
  ///   try await runAppAndPoll(inputs, client: client)
  /// }
  /// ```
  public struct StoredWorkflow: Sendable {
    /// The plan of the workflow: a run of another plan is refused.
    public let plan: SavedPlan

    private let secrets: SuppliedSecrets
    private let decode: @Sendable (JSONValue, SecretReading) throws -> any Sendable
    private let body: @Sendable (any Sendable, WorkflowClient) async throws -> RunResult

    /// A workflow with inputs, and an outcome or outputs.
    ///
    /// - Parameters:
    ///   - plan: The plan of the generated function, such as `RunAppAndPoll.plan`.
    ///   - secrets: Inputs that the host supplies each time it starts or resumes a run, under their
    ///     names in the document. The store doesn't hold them.
    ///   - variables: Such inputs that the host reads from its environment.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init<Inputs: Decodable & Sendable, Result: Encodable & Sendable>(
      _ plan: SavedPlan, secrets: [String: Secret] = [:], variables: [SecretVariable] = [],
      _ body: @escaping @Sendable (Inputs, WorkflowClient) async throws -> Result
    ) {
      self.init(plan, SuppliedSecrets(values: secrets, variables: variables), Inputs.self) {
        inputs, client in
        RunResult(try await body(inputs, client))
      }
    }

    /// A workflow with inputs and without outputs.
    ///
    /// - Parameters:
    ///   - plan: The plan of the generated function.
    ///   - secrets: Inputs that the host supplies each time it starts or resumes a run, under their
    ///     names in the document. The store doesn't hold them.
    ///   - variables: Such inputs that the host reads from its environment.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init<Inputs: Decodable & Sendable>(
      _ plan: SavedPlan, secrets: [String: Secret] = [:], variables: [SecretVariable] = [],
      _ body: @escaping @Sendable (Inputs, WorkflowClient) async throws -> Void
    ) {
      self.init(plan, SuppliedSecrets(values: secrets, variables: variables), Inputs.self) {
        inputs, client in
        try await body(inputs, client)
        return RunResult()
      }
    }

    /// A workflow without inputs, with an outcome or outputs.
    ///
    /// - Parameters:
    ///   - plan: The plan of the generated function.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init<Result: Encodable & Sendable>(
      _ plan: SavedPlan, _ body: @escaping @Sendable (WorkflowClient) async throws -> Result
    ) {
      self.init(plan, SuppliedSecrets(), NoInputs.self) { _, client in
        RunResult(try await body(client))
      }
    }

    /// A workflow without inputs and outputs.
    ///
    /// - Parameters:
    ///   - plan: The plan of the generated function.
    ///   - body: Calls the generated function. Pass the client on: it saves the run.
    public init(
      _ plan: SavedPlan, _ body: @escaping @Sendable (WorkflowClient) async throws -> Void
    ) {
      self.init(plan, SuppliedSecrets(), NoInputs.self) { _, client in
        try await body(client)
        return RunResult()
      }
    }

    private init<Inputs: Decodable & Sendable>(
      _ plan: SavedPlan, _ secrets: SuppliedSecrets, _ inputs: Inputs.Type,
      _ body: @escaping @Sendable (Inputs, WorkflowClient) async throws -> RunResult
    ) {
      self.plan = plan
      self.secrets = secrets
      decode = { json, reading in
        let decoder = JSONDecoder()
        reading.add(to: &decoder.userInfo)
        return try decoder.decode(Inputs.self, from: Data(json.serialized()))
      }
      self.body = { inputs, client in
        guard let inputs = inputs as? Inputs else { return RunResult() }
        return try await body(inputs, client)
      }
    }
  }

  private struct NoInputs: Decodable {}

  extension WorkflowStoreError {
    /// The error; if what is missing is one of these secrets, with its variable.
    fileprivate func naming(_ unset: [SecretVariable]) -> Self {
      guard let cause = underlyingError as? DecodingError,
        let secret = unset.first(where: { $0.path.joined(separator: ".") == cause.place() })
      else { return self }
      return Self(
        code, "\(reason); set the environment variable \(secret.variable)", underlyingError: cause)
    }
  }

  extension StoredWorkflow {
    /// Checks inputs, and removes what the host supplies.
    ///
    /// - Parameter allowsSecrets: Whether the store may hold other secrets.
    func storable(
      _ inputs: JSONValue, _ environment: [String: String], allowsSecrets: Bool
    ) throws(WorkflowStoreError) -> StoredInputs {
      let supplied = try secrets.values(in: environment).filter { secret in
        let object = secret.path.dropLast().reduce(inputs) { $0?[$1] }
        guard case .object(let members)? = object, let name = secret.path.last else { return false }
        // One that is given as null stays away on purpose.
        return members[name] != .null
      }
      let stored = StoredInputs(inputs, without: supplied)
      // In place of the secrets, so that one that the file would hold isn't taken for one of them.
      let standIns = supplied.map { secret in
        var value = secret.value
        if case .string = value { value = .string(UUID().uuidString) }
        return (path: secret.path, value: value)
      }
      let known = Set(standIns.flatMap(\.value.texts))
      do {
        _ = try read(stored.completed(with: standIns), allowsSecrets ? .all : .only(known))
      } catch {
        throw error.naming(secrets.missing(in: environment))
      }
      return stored
    }

    /// The inputs of a run with the secrets that it was started with.
    func inputs(
      of stored: StoredInputs, _ environment: [String: String]
    ) throws(WorkflowStoreError) -> JSONValue {
      let supplied = try secrets.values(in: environment)
        .filter { stored.supplied.contains($0.path) }
      for path in stored.supplied where !supplied.contains(where: { $0.path == path }) {
        throw WorkflowStoreError(
          .missingSecret,
          "the input '\(path.joined(separator: "."))' of '\(plan.workflow)' is a secret that the store "
            + "doesn't hold: " + secrets.instruction(for: path))
      }
      return stored.completed(with: supplied)
    }

    /// Calls the function.
    func run(_ inputs: JSONValue, _ client: WorkflowClient) async throws -> RunResult {
      try await body(read(inputs, .all), client)
    }

    private func read(
      _ json: JSONValue, _ reading: SecretReading
    ) throws(WorkflowStoreError) -> any Sendable {
      do {
        return try decode(json, reading)
      } catch is SecretEncodingError {
        throw WorkflowStoreError(
          .secretInRun,
          "an input of '\(plan.workflow)' is a secret; give it to StoredWorkflow(secrets:), or give the "
            + "store a WorkflowStoreCodec")
      } catch {
        throw WorkflowStoreError(
          .invalidInputs,
          "these aren't inputs of workflow '\(plan.workflow)': \(CodingProblem.text(of: error))",
          underlyingError: error)
      }
    }
  }

  /// What a generated function returned.
  struct RunResult: Sendable {
    let outcome: any Encodable & Sendable
    /// The error of a failure.
    let error: WorkflowError?

    init(_ result: some Encodable & Sendable) {
      if let outcome = result as? any WorkflowOutcome {
        self.outcome = outcome
        error = outcome.workflowError
      } else {
        outcome = PlainOutcome(outputs: result)
        error = nil
      }
    }

    init() {
      outcome = PlainOutcome<String>(outputs: nil)
      error = nil
    }
  }

  /// The outcome of a workflow that has one ending, in the form of those that have several.
  private struct PlainOutcome<Outputs: Encodable & Sendable>: Encodable {
    var ending = "completed"
    var outputs: Outputs?
  }
#endif
