#if Store
  public import Foundation
  import GRDB

  /// Runs of workflows in a SQLite file, for the processes of one machine.
  ///
  /// A ``WorkflowHost`` starts and resumes the runs. The file must be on a local disk. Only its owner
  /// can read it; see <doc:ArazzoStore> for what it holds.
  public final class WorkflowStore: Sendable {
    /// The SQLite file. Beside it are files with its name and `-wal`, `-shm` or `-owner-…`.
    public let file: URL

    let database: StoreFile
    let coding: RunCoding
    let claims: RunClaims

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - file: The file, which is created if there is none. Its folder must exist.
    ///   - codec: Encrypts what the file holds. Default: none; secrets are refused or replaced.
    /// - Throws: If the file can't be opened, if it is no store, or if a later version wrote it.
    public init(
      file: URL, codec: (any WorkflowStoreCodec)? = nil
    ) throws(WorkflowStoreError) {
      self.file = file
      database = try StoreFile(file)
      coding = RunCoding(codec: codec)
      // Links to a file are the same store.
      claims = RunClaims(store: file.resolvingSymlinksInPath())
    }
  }

  extension WorkflowStore {
    /// The file for the runs of an application, for the current user: `runs.sqlite` in the folder
    /// NAME of `$XDG_STATE_HOME`, which is `~/.local/state` by default, and on Apple's platforms of
    /// `~/Library/Application Support`.
    ///
    /// A folder that doesn't exist is created for its owner only.
    ///
    /// - Parameters:
    ///   - name: The name of the application.
    ///   - environment: Where `XDG_STATE_HOME` and `HOME` are read from.
    public static func defaultFile(
      for name: String,
      environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(WorkflowStoreError) -> URL {
      let folder = stateFolder(environment).appendingPathComponent(name, isDirectory: true)
      do {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw WorkflowStoreError(
          .inaccessibleFile, "can't create the folder '\(folder.path)'", underlyingError: error)
      }
      return folder.appendingPathComponent("runs.sqlite")
    }

    private static func stateFolder(_ environment: [String: String]) -> URL {
      #if canImport(Darwin)
        return URL(fileURLWithPath: NSHomeDirectory())
          .appendingPathComponent("Library/Application Support", isDirectory: true)
      #else
        if let path = environment["XDG_STATE_HOME"], path.hasPrefix("/") {
          return URL(fileURLWithPath: path, isDirectory: true)
        }
        let home = environment["HOME"] ?? NSHomeDirectory()
        return URL(fileURLWithPath: home, isDirectory: true)
          .appendingPathComponent(".local/state", isDirectory: true)
      #endif
    }
  }

  extension WorkflowStore {
    /// All runs, in the order in which they were started.
    ///
    /// - Parameter status: The status that the runs have. Default: `nil` for any.
    public func runs(
      status: StoredRun.Status? = nil
    ) async throws(WorkflowStoreError) -> [StoredRun] {
      let runs = try await database.read { [coding, claims] database in
        try Row.fetchAll(
          database, sql: "SELECT \(StoredRun.columns) FROM run ORDER BY started, rowid"
        )
        .map { try StoredRun($0, coding, claims) }
      }
      guard let status else { return runs }
      return runs.filter { $0.status == status }
    }

    /// The run with an identifier; `nil` if there is none.
    public func run(_ id: String) async throws(WorkflowStoreError) -> StoredRun? {
      try await database.read { [coding, claims] database in
        try Row.fetchOne(
          database, sql: "SELECT \(StoredRun.columns) FROM run WHERE id = ?", arguments: [id]
        )
        .map { try StoredRun($0, coding, claims) }
      }
    }

    /// Deletes a run that no process works on, and what the store's files hold of it. While another
    /// process reads, the log beside the file keeps it until later.
    ///
    /// - Throws: ``WorkflowStoreError/Code/unknownRun``, or
    ///   ``WorkflowStoreError/Code/alreadyRunning``.
    public func remove(_ id: String) async throws(WorkflowStoreError) {
      try await database.write { [claims] database in
        try claims.requireNone(on: id, database)
        try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [id])
      }
      try await database.emptyLog()
    }
  }

  extension StoredRun {
    static let columns =
      "id, workflow, plan, status, step, due, code, message, outcome, owner, started, changed"

    init(_ row: Row, _ coding: RunCoding, _ claims: RunClaims) throws {
      guard let phase = RunPhase(rawValue: row["status"]) else {
        throw WorkflowStoreError(
          .unreadableFile, "run '\(row["id"] as String)' has an unknown status")
      }
      let owner: String? = row["owner"]
      let due: Double? = row["due"]
      self.init(
        id: row["id"], plan: RunPhase.plan(row),
        status: phase.status(isClaimed: owner.map(claims.isValid) ?? false), step: row["step"],
        due: due.map { Date(timeIntervalSince1970: $0) },
        errorCode: (row["code"] as String?).map { .init(rawValue: $0) }, message: row["message"],
        startedAt: Date(timeIntervalSince1970: row["started"]),
        changedAt: Date(timeIntervalSince1970: row["changed"]), storedOutcome: row["outcome"],
        coding: coding)
    }
  }
#endif
