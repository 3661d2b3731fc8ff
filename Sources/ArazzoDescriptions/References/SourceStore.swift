import ArazzoDocuments
import Dispatch

/// A file that was read.
package struct SourceFile: Sendable {
  /// The path or URL that diagnostics show.
  package let name: String
  package let bytes: [UInt8]
  /// The SHA-256 of the bytes.
  package var digest: String { pendingDigest.value }
  private let pendingDigest: PendingDigest
  /// What was odd about it, though it could be read.
  let remarks: [Diagnostic]
  let root: Result<Node, DocumentError>
  /// The index of its operations, once it was needed.
  let index = Shared<OperationIndex?>(nil)

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    pendingDigest = PendingDigest(of: bytes)
    var remarks: [Diagnostic] = []
    do throws(DocumentError) {
      root = .success(try DocumentReader.read(bytes, name: name) { remarks.append($0) })
    } catch {
      root = .failure(error)
    }
    self.remarks = remarks
  }
}

/// The SHA-256 of bytes. Of a large file another thread makes it, while the file is parsed: it takes
/// a fifth of that time.
private final class PendingDigest: Sendable {
  private static let largeSize = 256 << 10

  private let digest = Shared("")
  private let work = DispatchGroup()

  init(of bytes: [UInt8]) {
    let make = { @Sendable [digest] in
      let made = SHA256.hexDigest(bytes)
      digest.withLock { $0 = made }
    }
    if bytes.count < Self.largeSize {
      make()
    } else {
      DispatchQueue.global().async(group: work, execute: make)
    }
  }

  var value: String {
    work.wait()
    return digest.withLock(\.self)
  }
}

/// The files that the documents of a run share: each is read, hashed and parsed once.
///
/// A class: what is read for one document is kept for the others, on any thread. Once the files
/// hold more bytes than the limit, those that were not used for the longest time are let go.
package final class SourceStore: Sendable {
  /// A file under one of its names: two documents may see it from different folders, and each
  /// reports diagnostics with the name that it knows.
  struct Key: Hashable, Sendable {
    /// The one path of the file, or its URL.
    let path: String
    let name: String
  }

  private let shelf = Shared(Shelf())
  private let limit: Int

  /// - Parameter limit: How many bytes the files that are kept may have.
  package init(limit: Int = 32 << 20) { self.limit = limit }

  /// The file of a key; a thread that asks while another one reads it waits.
  ///
  /// - Parameter read: Reads the file, once.
  func file(_ key: Key, read: () throws -> SourceFile) throws -> SourceFile {
    let slot = shelf.withLock { $0.slot(of: key) }
    let (result, isNew) = slot.withLock { known in
      if let known { return (known, false) }
      let result = Result { try read() }
      known = result
      return (result, true)
    }
    let file = try result.get()
    if isNew { shelf.withLock { $0.keep(key, size: file.bytes.count, limit: limit) } }
    return file
  }
}

extension SourceStore {
  private typealias Slot = Shared<Result<SourceFile, any Error>?>

  private struct Shelf {
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var size = 0

    private struct Entry {
      let slot: Slot
      var lastUse: Int
      /// The number of bytes, once it is read.
      var size: Int?
    }

    mutating func slot(of key: Key) -> Slot {
      uses += 1
      entries[key, default: Entry(slot: Slot(nil), lastUse: uses)].lastUse = uses
      return entries[key]?.slot ?? Slot(nil)
    }

    mutating func keep(_ key: Key, size: Int, limit: Int) {
      guard entries[key] != nil else { return }
      entries[key]?.size = size
      self.size += size
      while self.size > limit, let oldest = oldest(but: key) {
        self.size -= entries.removeValue(forKey: oldest)?.size ?? 0
      }
    }

    private func oldest(but key: Key) -> Key? {
      entries.filter { $0.key != key && $0.value.size != nil }
        .min { $0.value.lastUse < $1.value.lastUse }?.key
    }
  }
}
