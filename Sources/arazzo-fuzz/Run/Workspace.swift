import Foundation

/// The folder of a run: the input of the case that runs, what comes out of it, and what failed.
struct Workspace {
  let folder: URL

  /// Makes the folder anew.
  init(named name: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: name)
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The input of the case that runs.
  var input: URL { folder.appending(path: "case") }
  /// Where the subject writes.
  var output: URL { folder.appending(path: "output") }

  /// Writes the input, in the place of the one before, and empties the output.
  func store(_ input: FuzzCase) throws {
    try? FileManager.default.removeItem(at: output)
    if input.files.count > 1 { try? FileManager.default.removeItem(at: self.input) }
    for file in input.files {
      let path = self.input.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: path)
    }
    try Data("\(input.number)\n".utf8).write(to: folder.appending(path: "case-number"))
  }

  /// Keeps the input of a case that failed.
  func keep(_ input: FuzzCase) throws -> URL {
    let kept = folder.appending(path: "failed-\(input.number)")
    try FileManager.default.copyItem(at: self.input, to: kept)
    return kept
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
