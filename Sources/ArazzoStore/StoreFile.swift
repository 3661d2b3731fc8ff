#if Store
  import Foundation
  import GRDB

  /// The SQLite file of a store.
  struct StoreFile: Sendable {
    let queue: DatabaseQueue

    /// The version of the tables below.
    private static let version = 1
    /// Marks the file as a store: "ArzS".
    private static let applicationID = 0x4172_7a53

    /// Opens the file, and creates it if there is none.
    init(_ url: URL) throws(WorkflowStoreError) {
      Self.create(url)
      var attempts = 0
      while true {
        do {
          queue = try Self.connect(to: url)
          return
        } catch let error as DatabaseError where error.isBusy && attempts < 40 {
          // Another process creates it. SQLite doesn't wait for that.
          attempts += 1
          usleep(25_000)
        } catch {
          throw WorkflowStoreError(opening: url, error)
        }
      }
    }

    /// Creates a file that only its owner can read; SQLite gives the same rights to its other files.
    private static func create(_ url: URL) {
      let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { close(descriptor) }
    }

    private static func connect(to url: URL) throws -> DatabaseQueue {
      var configuration = Configuration()
      configuration.label = "ArazzoStore"
      configuration.busyMode = .timeout(5)
      configuration.prepareDatabase { database in
        // A save that has returned survives a power failure, and what is deleted is overwritten.
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
      }
      let queue = try DatabaseQueue(path: url.path, configuration: configuration)
      // In a transaction, so that nobody creates the tables in the middle of the question.
      if try queue.read({ try isStore($0, url) }) { return queue }
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.inTransaction {
          if try !isStore(database, url) { try database.execute(sql: tables) }
          return .commit
        }
      }
      return queue
    }

    /// Whether it is a store, or a file that is still empty.
    private static func isStore(_ database: Database, _ url: URL) throws -> Bool {
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard id == applicationID else {
        if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0, id == 0 {
          return false
        }
        throw WorkflowStoreError(
          .unreadableFile, "'\(url.path)' is a database of another application")
      }
      guard version <= Self.version else {
        throw WorkflowStoreError(
          .newerFile,
          "a later version of this library wrote '\(url.path)' (its version is \(version), this "
            + "library reads \(Self.version))")
      }
      return true
    }

    private static let tables = """
      CREATE TABLE run (
        id TEXT PRIMARY KEY NOT NULL,
        workflow TEXT NOT NULL,
        plan TEXT NOT NULL,
        status TEXT NOT NULL,
        step TEXT,
        due REAL,
        code TEXT,
        message TEXT,
        inputs BLOB NOT NULL,
        saved BLOB,
        outcome BLOB,
        owner TEXT,
        started REAL NOT NULL,
        changed REAL NOT NULL
      );
      CREATE INDEX runByStatus ON run (status, due);
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(version);
      """
  }

  extension StoreFile {
    /// Reads from the database.
    func read<Result: Sendable>(
      _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(WorkflowStoreError) -> Result {
      try await result(of: Task { [queue] in try await queue.read(body) })
    }

    /// Changes the database, all or nothing. A task that is cancelled changes it as well.
    func write<Result: Sendable>(
      _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(WorkflowStoreError) -> Result {
      try await result(of: Task { [queue] in try await queue.write(body) })
    }

    /// Moves what the log holds to the database, and empties it, unless another process reads.
    func emptyLog() async throws(WorkflowStoreError) {
      try await result(
        of: Task { [queue] in
          try await queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
          }
        })
    }

    private func result<Result: Sendable>(
      of task: Task<Result, any Error>
    ) async throws(WorkflowStoreError) -> Result {
      do {
        return try await task.value
      } catch {
        throw WorkflowStoreError(database: error)
      }
    }
  }

  extension DatabaseError {
    fileprivate var isBusy: Bool { resultCode == .SQLITE_BUSY || resultCode == .SQLITE_LOCKED }
  }

  extension WorkflowStoreError {
    fileprivate init(opening url: URL, _ error: any Error) {
      let known = WorkflowStoreError(database: error)
      if error is WorkflowStoreError {
        self = known
      } else {
        self.init(
          known.code, "can't open the store '\(url.path)': \(known.reason)", underlyingError: error)
      }
    }

    fileprivate init(database error: any Error) {
      if let error = error as? WorkflowStoreError {
        self = error
        return
      }
      guard let error = error as? DatabaseError else {
        self.init(
          .database, "the database threw \(type(of: error))", underlyingError: error)
        return
      }
      let known = Self.kind(of: error.resultCode)
      let message = error.message.map { " (\($0))" } ?? ""
      self.init(known.code, known.words + message, underlyingError: error)
    }

    private static func kind(of result: ResultCode) -> (code: Code, words: String) {
      switch result {
      case .SQLITE_FULL: (.fullDisk, "the disk is full; what was stored before is unchanged")
      case .SQLITE_NOTADB: (.unreadableFile, "it isn't a SQLite database")
      case .SQLITE_CORRUPT: (.unreadableFile, "the file is damaged")
      case .SQLITE_BUSY, .SQLITE_LOCKED: (.busyFile, "another process keeps the file locked")
      case .SQLITE_CANTOPEN: (.inaccessibleFile, "it can't be opened or created")
      case .SQLITE_READONLY, .SQLITE_PERM: (.inaccessibleFile, "it can't be written")
      default: (.database, "the database refused an operation")
      }
    }
  }
#endif
