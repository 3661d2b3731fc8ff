import Foundation

/// The output of `--check` and `--dry-run`: the changes in an output folder.
struct ChangeListing {
  private let changes: FolderChanges
  private let folder: OutputFolder

  init(_ changes: FolderChanges, _ folder: OutputFolder) {
    self.changes = changes
    self.folder = folder
  }

  /// A line a file.
  var lines: String {
    let writes = changes.writes.map { write in
      (isThere(write.name) ? "change" : "add") + " \(folder.file(write.name))\n"
    }
    return (writes + changes.removals.map { "remove \(folder.file($0))\n" }).joined()
  }

  /// A unified diff a file, from what is there to what would be written.
  var differences: String {
    let writes = changes.writes.map { write in
      difference(of: write.name, to: String(decoding: write.content, as: UTF8.self))
    }
    return (writes + changes.removals.map { difference(of: $0, to: nil) }).joined()
  }

  private func isThere(_ name: String) -> Bool { FileEntry(folder.file(name)) != .missing }

  private func difference(of name: String, to new: String?) -> String {
    let path = folder.file(name)
    let old = isThere(name) ? FileManager.default.contents(atPath: path) : nil
    let oldText = old.map { String(decoding: $0, as: UTF8.self) }
    return "--- \(oldText == nil ? "/dev/null" : path)\n+++ \(new == nil ? "/dev/null" : path)\n"
      + version(of: oldText ?? "")
      + UnifiedDiff(from: oldText ?? "", to: new ?? "").text
  }

  /// Another version's output is worth a word: the difference may be the tool's and not the
  /// document's.
  private func version(of text: String) -> String {
    guard let version = FileHeader.version(ofText: text), version != CommandLineTool.version
    else { return "" }
    return "(written by arazzo-gen \(version), this is \(CommandLineTool.version))\n"
  }
}
