import Foundation

/// Changes an output folder completely or not at all.
///
/// New contents are first written under temporary names in the same folder. Then each replaced or
/// removed file is moved to a temporary name and the new file takes its place. If a move fails, all
/// moves are undone.
struct FolderTransaction {
  private let folder: OutputFolder
  private let move: Move

  typealias Move = (_ from: String, _ to: String) throws -> Void

  /// - Parameter move: How a file is renamed.
  init(_ folder: OutputFolder, move: @escaping Move = Self.rename) {
    self.folder = folder
    self.move = move
  }

  func apply(_ changes: FolderChanges) throws(ToolError) {
    if changes.isEmpty { return }
    let created = try createFolder()
    let swaps = swaps(for: changes)
    do {
      try stage(swaps)
      try commit(swaps)
    } catch {
      for swap in swaps { unlink(swap.staged) }
      for path in created.reversed() { rmdir(path) }
      throw ToolError(
        "nothing was written to '\(folder.path)': \(ToolError.reason(error))")
    }
    for swap in swaps { unlink(swap.aside) }
  }

  /// A file that changes, with its two temporary names.
  private struct Swap {
    let path: String
    let staged: String
    let aside: String
    /// `nil` removes the file.
    let content: Data?
  }

  private func swaps(for changes: FolderChanges) -> [Swap] {
    let files = changes.writes.map { ($0.name, $0.content) } + changes.removals.map { ($0, nil) }
    let prefix = folder.file(".arazzo-gen-\(UUID().uuidString)")
    return files.enumerated().map { number, file in
      Swap(
        path: folder.file(file.0), staged: "\(prefix)-\(number).new",
        aside: "\(prefix)-\(number).old", content: file.1)
    }
  }

  private func stage(_ swaps: [Swap]) throws {
    for swap in swaps {
      if let content = swap.content { try Self.write(content, to: swap.staged) }
    }
  }

  /// The system's own renaming: nothing is at the new name, as it was moved away before.
  static func rename(_ from: String, _ to: String) throws {
    guard Foundation.rename(from, to) == 0 else { throw POSIXError(systemError) }
  }

  /// Writes a new file, and leaves to the system when it goes to the disk: Foundation waits for that,
  /// for each file.
  private static func write(_ content: Data, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw POSIXError(systemError) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    do {
      try file.write(contentsOf: content)
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw POSIXError(systemError) }
  }

  private static var systemError: POSIXErrorCode { POSIXErrorCode(rawValue: errno) ?? .EIO }

  /// Moves everything into place; on an error moves everything back.
  private func commit(_ swaps: [Swap]) throws {
    var done: [(from: String, to: String)] = []
    func step(_ from: String, _ to: String) throws {
      try move(from, to)
      done.append((from, to))
    }
    do {
      for swap in swaps where FileEntry(swap.path) != .missing { try step(swap.path, swap.aside) }
      for swap in swaps where swap.content != nil { try step(swap.staged, swap.path) }
    } catch {
      for (from, to) in done.reversed() { try? move(to, from) }
      throw error
    }
  }
}

extension FolderTransaction {
  /// Creates the folder and what is missing above it.
  ///
  /// - Returns: What was created, the outermost first.
  private func createFolder() throws(ToolError) -> [String] {
    var missing: [String] = []
    var url = URL(fileURLWithPath: folder.path).standardizedFileURL
    while FileEntry(url.path) == .missing, url.path != "/" {
      missing.insert(url.path, at: 0)
      url.deleteLastPathComponent()
    }
    var created: [String] = []
    for path in missing {
      guard mkdir(path, 0o777) == 0 else {
        let reason = String(cString: strerror(errno))
        for path in created.reversed() { rmdir(path) }
        throw ToolError("the folder '\(folder.path)' can't be created: \(reason)")
      }
      created.append(path)
    }
    return created
  }
}
