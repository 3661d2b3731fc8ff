import Foundation

/// The changes in an output folder, computed before any file is written.
struct FolderChanges {
  private(set) var writes: [(name: String, content: Data)] = []
  private(set) var removals: [String] = []
  private(set) var unchanged = 0

  /// Compares what is to be there with what is.
  ///
  /// - Throws: ``ToolError`` where a file is in the way that is not of the document that produces
  ///   one of that name.
  init(_ documents: [RenderedDocument], in folder: OutputFolder) throws(ToolError) {
    let present = Set(try folder.names())
    let producers = try Self.producers(documents)
    for document in documents {
      for file in document.files {
        if present.contains(file.name) { try Self.check(file, of: document, in: folder) }
        add(file, in: folder)
      }
    }
    let owners = Set(documents.map(\.owner))
    removals = present.sorted().filter { name in
      producers[name.lowercased()] == nil && name.hasSuffix(".swift")
        && FileEntry(folder.file(name)) == .file
        && FileHeader.owner(ofFile: folder.file(name)).map(owners.contains) ?? false
    }
  }

  private mutating func add(_ file: RenderedDocument.File, in folder: OutputFolder) {
    let content = Data(file.content.utf8)
    if folder.content(file.name, ifOfSize: content.count) == content {
      unchanged += 1
    } else {
      writes.append((file.name, content))
    }
  }

  /// The document that produces each name; names that differ in case only are one file on some
  /// machines, so they are one here.
  private static func producers(
    _ documents: [RenderedDocument]
  ) throws(ToolError) -> [String: String] {
    var producers: [String: String] = [:]
    for document in documents {
      for file in document.files {
        try checkName(file.name, of: document)
        if let other = producers.updateValue(document.path, forKey: file.name.lowercased()) {
          throw ToolError(
            "'\(file.name)' would be a file of '\(other)' and of '\(document.path)'",
            suggestion: "generate them into different folders, or rename one of the workflows")
        }
      }
    }
    return producers
  }

  /// No name from a document leaves the folder (rule D5).
  private static func checkName(
    _ name: String, of document: RenderedDocument
  ) throws(ToolError) {
    let isPlain = !name.isEmpty && !name.hasPrefix(".") && !name.contains { "/\\\0".contains($0) }
    if !isPlain { throw ToolError("a file of '\(document.path)' can't be named '\(name)'") }
  }

  /// A file that is in the way must be of the same document.
  private static func check(
    _ file: RenderedDocument.File, of document: RenderedDocument, in folder: OutputFolder
  ) throws(ToolError) {
    let path = folder.file(file.name)
    guard let owner = FileHeader.owner(ofFile: path) else {
      throw ToolError(
        "'\(path)' exists and was not written by arazzo-gen; it is not overwritten",
        suggestion: "move it, or choose another folder")
    }
    if owner != document.owner {
      throw ToolError(
        "'\(path)' was generated from '\(owner)'; generating '\(document.path)' would overwrite it",
        suggestion: "remove it if '\(owner)' is gone, or choose another folder")
    }
  }
}

extension FolderChanges {
  var isEmpty: Bool { writes.isEmpty && removals.isEmpty }

  /// The changes to a folder on one line, for people.
  func summary(in folder: OutputFolder) -> String {
    let files = writes.count == 1 ? "file" : "files"
    var parts = ["wrote \(writes.count) \(files) to \(folder.path)"]
    if !removals.isEmpty { parts.append("removed \(removals.count)") }
    if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    return parts.joined(separator: ", ")
  }
}
