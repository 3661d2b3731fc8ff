#if Store
  public import ArazzoRuntime
  public import Foundation

  /// Starts, resumes and cancels the runs of a ``WorkflowStore``.
  ///
  /// ```swift
  /// let host = WorkflowHost(
  ///   store: try WorkflowStore(file: file),
  ///   workflows: [
  ///     StoredWorkflow(RunAppAndPoll.plan, secrets: ["apiToken": token]) { inputs, client in
  ///       try await runAppAndPoll(inputs, client: client)
  ///     }
  ///   ])
  /// ```
  ///
  /// A run is saved before each request and each wait. Several hosts can use one store, in one process
  /// or several: a run is one host's at a time, and anybody's as soon as the process of its host ends.
  public final class WorkflowHost: Sendable {
    /// Where the runs are stored.
    public let store: WorkflowStore

    private let workflows: [SavedPlan: StoredWorkflow]
    let client: WorkflowClient
    let parkAfter: Duration?
    let maximumRuns: Int
    /// What the variables of secrets are read from.
    let environment: [String: String]
    /// The tasks of the runs that this host works on.
    let tasks = Locked<[String: Task<StoredRun, any Error>]>([:])

    /// Creates a host.
    ///
    /// - Parameters:
    ///   - store: Where the runs are stored.
    ///   - workflows: The workflows that it runs.
    ///   - client: The client of the runs. The host sets its `checkpoint` and `runID`.
    ///   - parkAfter: Waits of this length or longer are not waited for: the run is parked. Default:
    ///     `nil`; no run is parked.
    ///   - maximumRuns: How many runs ``run(lookingEvery:)`` and ``resumeAll(beforeDue:)`` work on at a time.
    ///   - environment: The variables that hold secrets, see ``SecretVariable``.
    public init(
      store: WorkflowStore, workflows: [StoredWorkflow], client: WorkflowClient = WorkflowClient(),
      parkAfter: Duration? = nil, maximumRuns: Int = 100,
      environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
      self.store = store
      self.workflows = Dictionary(workflows.map { ($0.plan, $0) }, uniquingKeysWith: { $1 })
      self.client = client
      self.parkAfter = parkAfter
      self.maximumRuns = max(maximumRuns, 1)
      self.environment = environment
    }

    /// Whether the host has the workflow with the plan.
    func has(_ plan: SavedPlan) -> Bool { workflows[plan] != nil }

    /// The workflow of a plan.
    func workflow(of plan: SavedPlan) throws(WorkflowStoreError) -> StoredWorkflow {
      if let workflow = workflows[plan] { return workflow }
      if let other = workflows.keys.first(where: { $0.workflow == plan.workflow }) {
        throw WorkflowStoreError(
          .otherPlan,
          "a different version of workflow '\(plan.workflow)' saved the run (plan '\(plan.digest)'; "
            + "this one is '\(other.digest)')")
      }
      let names = Set(workflows.keys.map(\.workflow)).sorted().joined(separator: ", ")
      throw WorkflowStoreError(
        .unknownWorkflow, "the host has no workflow '\(plan.workflow)'; it has: \(names)")
    }
  }

  extension WorkflowHost {
    /// Stores a run, and runs its workflow until it ends or is parked.
    ///
    /// - Parameters:
    ///   - plan: The plan of the workflow, such as `RunAppAndPoll.plan`.
    ///   - inputs: The inputs, under their names in the document, without those that the host supplies.
    ///     A type with secrets is not `Encodable`: pass a `JSONValue`.
    ///   - id: The identifier of the run. Default: a random one.
    /// - Returns: The run as it is stored then.
    /// - Throws: ``WorkflowStoreError`` if the run can't be started or saved; `CancellationError` if
    ///   the task is cancelled, after which the run can be resumed. What ends a workflow is no error
    ///   but in ``StoredRun/message``.
    @discardableResult
    public func start(
      _ plan: SavedPlan, inputs: some Encodable & Sendable = JSONValue.object(JSONObject()),
      id: String? = nil
    ) async throws -> StoredRun {
      let owner = try store.claims.begin()
      defer { store.claims.end(owner) }
      let id = try await add(plan, inputs, id: id, owner: owner)
      return try await execute(RunClaim(id: id, owner: owner), workflow(of: plan))
    }

    /// Stores a run that ``run(lookingEvery:)``, ``resumeAll(beforeDue:)`` or ``resume(_:)`` begins, of this
    /// host or another one.
    ///
    /// - Parameters:
    ///   - plan: The plan of the workflow.
    ///   - inputs: The inputs, as for ``start(_:inputs:id:)``.
    ///   - id: The identifier of the run. Default: a random one.
    /// - Returns: The identifier of the run.
    @discardableResult
    public func submit(
      _ plan: SavedPlan, inputs: some Encodable & Sendable = JSONValue.object(JSONObject()),
      id: String? = nil
    ) async throws(WorkflowStoreError) -> String {
      try await add(plan, inputs, id: id, owner: nil)
    }

    /// Goes on with a run, until it ends or is parked: from its beginning, from where it was saved
    /// last, or after an error from the step that failed.
    ///
    /// A parked run that isn't due yet waits, or is parked, for the rest.
    ///
    /// - Returns: The run as it is stored then.
    /// - Throws: ``WorkflowStoreError``, or `CancellationError`, as ``start(_:inputs:id:)`` does. Of a
    ///   run that can't go on, nothing is sent and changed.
    @discardableResult
    public func resume(_ id: String) async throws -> StoredRun {
      guard let run = try await store.run(id) else { throw WorkflowStoreError.unknownRun(id) }
      let workflow = try workflow(of: run.plan)
      _ = try workflow.inputs(of: try await store.inputs(of: id), environment)
      let owner = try store.claims.begin()
      defer { store.claims.end(owner) }
      try await store.take(id, owner: owner)
      return try await execute(RunClaim(id: id, owner: owner), workflow)
    }

    /// Cancels a run: no process sends another request of it. A request of this host is given up.
    ///
    /// - Throws: ``WorkflowStoreError`` if there is no such run, or if it has ended.
    public func cancel(_ id: String) async throws(WorkflowStoreError) {
      try await store.cancel(id, at: await client.clock.date)
      tasks.withLock { $0[id]?.cancel() }
    }

    private func add(
      _ plan: SavedPlan, _ inputs: some Encodable, id: String?, owner: String?
    ) async throws(WorkflowStoreError) -> String {
      let workflow = try workflow(of: plan)
      let json = try JSONValue(stored: store.coding.json(of: inputs, .refused))
      let storable = try workflow.storable(
        json, environment, allowsSecrets: store.coding.codec != nil)
      let data = try await store.coding.data(ofJSON: Data(storable.json.serialized()))
      let id = id ?? UUID().uuidString.lowercased()
      try await store.add(
        id, of: plan, inputs: data, owner: owner, at: await client.clock.date)
      return id
    }
  }

  extension WorkflowHost: CustomReflectable {
    /// What `dump` shows: the store's file, and nothing of the environment.
    public var customMirror: Mirror { Mirror(self, children: ["file": store.file.path]) }
  }

  extension JSONValue {
    fileprivate init(stored json: Data) throws(WorkflowStoreError) {
      do {
        try self.init(parsing: Array(json))
      } catch {
        throw WorkflowStoreError(
          .invalidInputs, "the inputs can't be written as JSON", underlyingError: error)
      }
    }
  }
#endif
