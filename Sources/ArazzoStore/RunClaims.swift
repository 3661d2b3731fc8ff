#if Store
  import ArazzoRuntime
  import Foundation

  /// Who works on which run.
  ///
  /// A claim on a run names the process that has it, by a file that this process keeps locked. The
  /// system releases the lock when the process ends, however it ends, so that its claims are void at
  /// once. The locks of two stores of one process are two as well.
  final class RunClaims: Sendable {
    private let store: URL
    private let held: Locked<Held>

    private struct Held: Sendable {
      var lock: OwnerLock?
      var claims: Set<String> = []
      var count = 0
    }

    init(store: URL) {
      self.store = store
      held = Locked(Held())
      OwnerLock.removeAbandoned(beside: store)
    }

    /// A claim of this process, until ``end(_:)``.
    func begin() throws(WorkflowStoreError) -> String {
      let store = store
      let claim = held.withLock { held -> String? in
        if held.lock == nil { held.lock = OwnerLock(beside: store) }
        guard let lock = held.lock else { return nil }
        held.count += 1
        let claim = "\(lock.owner)/\(held.count)"
        held.claims.insert(claim)
        return claim
      }
      if let claim { return claim }
      throw WorkflowStoreError(
        .inaccessibleFile, "can't create or lock a file beside the store '\(store.path)'")
    }

    /// Makes a claim void.
    func end(_ claim: String) { held.withLock { _ = $0.claims.remove(claim) } }

    /// Whether the process of a claim is alive and still has it.
    func isValid(_ claim: String) -> Bool {
      let owner = claim.prefix { $0 != "/" }
      let isOwn = held.withLock { held -> Bool? in
        guard let lock = held.lock, lock.owner == owner else { return nil }
        return held.claims.contains(claim)
      }
      return isOwn ?? OwnerLock.isHeld(by: String(owner), beside: store)
    }
  }

  /// A locked file that says that a process is alive.
  private final class OwnerLock: Sendable {
    let owner: String
    private let path: String
    private let descriptor: Int32

    /// - Returns: `nil` if the file can't be created or locked.
    init?(beside store: URL) {
      let owner = UUID().uuidString.lowercased()
      let path = Self.path(of: owner, beside: store)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      (self.owner, self.path, self.descriptor) = (owner, path, descriptor)
      guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    deinit {
      guard descriptor >= 0 else { return }
      unlink(path)
      close(descriptor)
    }

    /// Whether the file is locked. If it isn't, its process has ended.
    static func isHeld(by owner: String, beside store: URL) -> Bool {
      let descriptor = open(path(of: owner, beside: store), O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { return errno != ENOENT }
      defer { close(descriptor) }
      // Shared, so that two processes that ask at the same time don't take each other for the owner.
      return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    /// Removes the files of processes that were killed more than a minute after they created them.
    static func removeAbandoned(beside store: URL) {
      let folder = store.deletingLastPathComponent()
      let prefix = store.lastPathComponent + separator
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names where name.hasPrefix(prefix) {
        let file = folder.appendingPathComponent(name)
        let owner = String(name.dropFirst(prefix.count))
        if isOld(file), !isHeld(by: owner, beside: store) { unlink(file.path) }
      }
    }

    /// Whether the file is so old that no process is between creating and locking it.
    private static func isOld(_ file: URL) -> Bool {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      guard let date = attributes?[.modificationDate] as? Date else { return false }
      return date.timeIntervalSinceNow < -60
    }

    private static let separator = "-owner-"

    private static func path(of owner: String, beside store: URL) -> String {
      store.path + separator + owner
    }
  }
#endif
