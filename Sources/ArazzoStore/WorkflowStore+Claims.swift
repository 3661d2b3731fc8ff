#if Store
  @_spi(Generated) import ArazzoRuntime
  import Foundation
  import GRDB

  /// How far a run is, as the file says it. Whether a process works on it is another matter.
  enum RunPhase: String {
    case open, parked, completed, failed, cancelled

    func status(isClaimed: Bool) -> StoredRun.Status {
      switch self {
      case .open: isClaimed ? .running : .pending
      case .parked: .parked
      case .completed: .completed
      case .failed: .failed
      case .cancelled: .cancelled
      }
    }

    static func plan(_ row: Row) -> SavedPlan { SavedPlan(row["workflow"], digest: row["plan"]) }
  }

  /// A run that this process works on.
  struct RunClaim: Sendable {
    let id: String
    /// What the file names as the owner.
    let owner: String
  }

  /// What a workflow needs to begin or to go on.
  struct RunContents: Sendable {
    let inputs: StoredInputs
    let saved: SavedRun?
  }

  extension RunClaims {
    /// Checks that there is the run and that no process works on it.
    func requireNone(on id: String, _ database: Database) throws {
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT owner FROM run WHERE id = ?", arguments: [id])
      else { throw WorkflowStoreError.unknownRun(id) }
      if let owner: String = row["owner"], isValid(owner) {
        throw WorkflowStoreError(.alreadyRunning, "a process works on the run '\(id)'")
      }
    }
  }

  extension WorkflowStoreError {
    static func unknownRun(_ id: String) -> Self { Self(.unknownRun, "there is no run '\(id)'") }

    static func ended(_ id: String, _ phase: String) -> Self {
      Self(.ended, "the run '\(id)' has ended: it is \(phase)")
    }

    static func lost(_ id: String) -> Self {
      Self(.runLost, "the run '\(id)' was cancelled, removed or taken over")
    }
  }

  extension WorkflowStore {
    /// Adds a run.
    ///
    /// - Parameter owner: Who works on it.
    func add(
      _ id: String, of plan: SavedPlan, inputs: Data, owner: String?, at date: Date
    ) async throws(WorkflowStoreError) {
      try await database.write { database in
        guard
          try Row.fetchOne(database, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [id]) == nil
        else { throw WorkflowStoreError(.alreadyExists, "there is a run '\(id)'") }
        try database.execute(
          sql: """
            INSERT INTO run (id, workflow, plan, status, inputs, owner, started, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            id, plan.workflow, plan.digest, RunPhase.open.rawValue, inputs, owner,
            date.timeIntervalSince1970, date.timeIntervalSince1970,
          ])
      }
    }

    /// Takes a run that can go on and that no process works on.
    func take(_ id: String, owner: String) async throws(WorkflowStoreError) {
      try await database.write { [claims] database in
        try claims.requireNone(on: id, database)
        try database.execute(
          sql: """
            UPDATE run SET status = 'open', owner = ?, code = NULL, message = NULL
            WHERE id = ? AND \(Self.canGoOn)
            """, arguments: [owner, id])
        if database.changesCount == 0 { throw try Self.ended(id, database) }
      }
    }

    /// The runs that can begin or go on now, with their plans: first those that don't wait.
    func ready(at date: Date) async throws(WorkflowStoreError) -> [(id: String, plan: SavedPlan)] {
      try await database.read { [claims] database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT id, workflow, plan, owner FROM run
            WHERE status = 'open' OR (status = 'parked' AND due <= ?)
            ORDER BY due IS NOT NULL, due, started
            """, arguments: [date.timeIntervalSince1970]
        )
        .filter { row in (row["owner"] as String?).map { !claims.isValid($0) } ?? true }
        .map { row in (row["id"], RunPhase.plan(row)) }
      }
    }

    /// Ends a run for good, also one that a process works on.
    func cancel(_ id: String, at date: Date) async throws(WorkflowStoreError) {
      try await database.write { database in
        try database.execute(
          sql: """
            UPDATE run SET status = 'cancelled', owner = NULL, saved = NULL, due = NULL, changed = ?
            WHERE id = ? AND \(Self.canGoOn)
            """, arguments: [date.timeIntervalSince1970, id])
        if database.changesCount == 0 { throw try Self.ended(id, database) }
      }
    }

    private static let canGoOn =
      "(status IN ('open', 'parked') OR (status = 'failed' AND outcome IS NULL))"

    private static func ended(_ id: String, _ database: Database) throws -> WorkflowStoreError {
      let phase = try String.fetchOne(
        database, sql: "SELECT status FROM run WHERE id = ?", arguments: [id])
      return phase.map { .ended(id, $0) } ?? .unknownRun(id)
    }
  }

  extension WorkflowStore {
    /// The inputs of a run that this process may not work on.
    func inputs(of id: String) async throws(WorkflowStoreError) -> StoredInputs {
      let data = try await database.read { database in
        try Data.fetchOne(database, sql: "SELECT inputs FROM run WHERE id = ?", arguments: [id])
      }
      guard let data else { throw .unknownRun(id) }
      return StoredInputs(try await coding.json(of: data))
    }

    /// What is stored of a run.
    func contents(of claim: RunClaim) async throws(WorkflowStoreError) -> RunContents {
      let found = try await database.read { database in
        try Row.fetchOne(
          database, sql: "SELECT inputs, saved FROM run WHERE id = ? AND owner = ?",
          arguments: [claim.id, claim.owner]
        )
        .map { row -> (inputs: Data, saved: Data?) in (row["inputs"], row["saved"]) }
      }
      guard let found else { throw .lost(claim.id) }
      let inputs = StoredInputs(try await coding.json(of: found.inputs))
      guard let saved = found.saved else { return RunContents(inputs: inputs, saved: nil) }
      return RunContents(inputs: inputs, saved: try await coding.value(of: saved))
    }

    /// Saves a run in place of what was saved of it before.
    func save(_ run: SavedRun, _ claim: RunClaim) async throws(WorkflowStoreError) {
      let saved = try await coding.data(of: run, .refused)
      try await change(
        claim, "saved = ?, step = ?, due = ?, changed = ?",
        [
          saved, run.step, run.due?.timeIntervalSince1970, run.savedAt.timeIntervalSince1970,
        ])
    }

    /// Notes how a process has left a run, and gives up the claim.
    func settle(
      _ claim: RunClaim, _ end: RunEnd, at date: Date
    ) async throws(WorkflowStoreError) {
      let date = date.timeIntervalSince1970
      switch end {
      case .outcome(let outcome, let error):
        let phase: RunPhase = error == nil ? .completed : .failed
        try await change(
          claim,
          "status = ?, outcome = ?, code = ?, message = ?, saved = NULL, step = NULL, due = NULL, "
            + "owner = NULL, changed = ?",
          [phase.rawValue, outcome, error?.code.rawValue, error?.description, date])
      case .failed(let code, let message):
        try await change(
          claim,
          "status = 'failed', code = ?, message = ?, due = NULL, owner = NULL, changed = ?",
          [code?.rawValue, message, date])
      case .parked:
        try await change(claim, "status = 'parked', owner = NULL, changed = ?", [date])
      case .left(let error):
        let refusal = error as? WorkflowStoreError
        let code = refusal.flatMap { $0.underlyingError as? WorkflowError }?.code
        try await change(
          claim,
          "status = CASE WHEN due IS NULL THEN 'open' ELSE 'parked' END, owner = NULL, code = ?, "
            + "message = ?",
          [code?.rawValue, refusal?.reason])
      }
    }

    private func change(
      _ claim: RunClaim, _ assignments: String,
      _ values: [(any DatabaseValueConvertible & Sendable)?]
    ) async throws(WorkflowStoreError) {
      try await database.write { database in
        try database.execute(
          sql: "UPDATE run SET \(assignments) WHERE id = ? AND owner = ?",
          arguments: StatementArguments(values + [claim.id, claim.owner]))
        if database.changesCount == 0 { throw WorkflowStoreError.lost(claim.id) }
      }
    }
  }
#endif
