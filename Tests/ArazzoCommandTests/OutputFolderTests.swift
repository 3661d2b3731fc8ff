import Foundation
import Testing

@testable import ArazzoCommand

@Suite("The output folder")
struct OutputFolderTests {
  let scratch: Scratch
  let folder: OutputFolder

  init() throws {
    scratch = try Scratch()
    folder = OutputFolder(path: scratch.at("out"))
  }

  private func document(
    _ path: String, _ files: KeyValuePairs<String, String>
  ) -> RenderedDocument {
    RenderedDocument(
      path: path, owner: path.lastPathComponent,
      files: files.map {
        RenderedDocument.File(
          name: $0.key, content: generated(from: path.lastPathComponent, $0.value))
      })
  }

  private func write(_ documents: RenderedDocument...) throws {
    try FolderTransaction(folder).apply(FolderChanges(documents, in: folder))
  }

  @Test("The folder and those above it are created")
  func creation() throws {
    let deep = OutputFolder(path: scratch.at("a/b/c/"))
    let changes = try FolderChanges([document("d.yaml", ["One.swift": "1"])], in: deep)
    try FolderTransaction(deep).apply(changes)
    #expect(try scratch.read("a/b/c/One.swift") == generated(from: "d.yaml", "1"))
  }

  @Test("A second run writes nothing, a third only what changed")
  func idempotence() throws {
    try write(document("d.yaml", ["One.swift": "1", "Two.swift": "2"]))
    let same = try FolderChanges(
      [document("d.yaml", ["One.swift": "1", "Two.swift": "2"])], in: folder)
    #expect(same.isEmpty && same.unchanged == 2)
    let other = try FolderChanges(
      [document("d.yaml", ["One.swift": "1", "Two.swift": "3"])], in: folder)
    #expect(other.writes.map(\.name) == ["Two.swift"])
    #expect(other.summary(in: folder) == "wrote 1 file to \(folder.path), 1 unchanged")
  }

  @Test("A file that the document no longer produces is removed; what is not its own stays")
  func orphans() throws {
    try write(document("d.yaml", ["One.swift": "1", "Two.swift": "2"]))
    try write(document("e.yaml", ["Three.swift": "3"]))
    try scratch.write("let own = 1\n", to: "out/Own.swift")
    try scratch.write(generated(from: "d.yaml"), to: "out/notes.txt")
    try write(document("d.yaml", ["One.swift": "1"]))
    #expect(
      scratch.contents(of: "out").keys.sorted()
        == ["One.swift", "Own.swift", "Three.swift", "notes.txt"])
  }

  @Test("A file that arazzo-gen did not write is not overwritten, and nothing else is written")
  func foreignFile() throws {
    try scratch.write("let own = 1\n", to: "out/Two.swift")
    let before = scratch.contents()
    let error = #expect(throws: ToolError.self) {
      try write(document("d.yaml", ["One.swift": "1", "Two.swift": "2"]))
    }
    #expect(
      error?.message.contains("out/Two.swift' exists and was not written by arazzo-gen") == true)
    #expect(scratch.contents() == before)
  }

  @Test("A file of another document is not overwritten; the error names both")
  func otherDocument() throws {
    try write(document("d.yaml", ["One.swift": "1"]))
    let error = #expect(throws: ToolError.self) {
      try write(document("e.yaml", ["One.swift": "1"]))
    }
    let message = try #require(error?.message)
    #expect(message.contains("'d.yaml'") && message.contains("'e.yaml'"))
  }

  @Test("Two documents can't produce the same file, not even in another case")
  func collision() throws {
    let error = #expect(throws: ToolError.self) {
      try write(
        document("a/d.yaml", ["One.swift": "1"]), document("b/e.yaml", ["one.swift": "1"]))
    }
    let message = try #require(error?.message)
    #expect(message.contains("'a/d.yaml'") && message.contains("'b/e.yaml'"))
    #expect(scratch.contents().isEmpty)
  }

  @Test("No name leads out of the folder", arguments: ["../X.swift", "a/X.swift", "", ".", ".."])
  func names(name: String) throws {
    #expect(throws: ToolError.self) {
      try write(
        RenderedDocument(path: "d", owner: "d", files: [.init(name: name, content: "")]))
    }
    #expect(scratch.contents().isEmpty)
  }

  @Test("A link is replaced by a file, and what it leads to is left alone")
  func link() throws {
    let target = try scratch.write(generated(from: "d.yaml", "far"), to: "elsewhere/One.swift")
    try FileManager.default.createDirectory(
      atPath: scratch.at("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.at("out/One.swift"), withDestinationPath: target)
    try write(document("d.yaml", ["One.swift": "near"]))
    #expect(FileEntry(scratch.at("out/One.swift")) == .file)
    #expect(try scratch.read("out/One.swift") == generated(from: "d.yaml", "near"))
    #expect(try scratch.read("elsewhere/One.swift") == generated(from: "d.yaml", "far"))
  }

  @Test("A move that fails half-way leaves everything as it was", arguments: 0..<5)
  func rollBack(failing: Int) throws {
    try write(document("d.yaml", ["One.swift": "1", "Two.swift": "2", "Old.swift": "0"]))
    let before = scratch.contents()
    let changes = try FolderChanges(
      [document("d.yaml", ["One.swift": "1b", "Two.swift": "2b"])], in: folder)
    var moves = 0
    let transaction = FolderTransaction(folder) { from, to in
      defer { moves += 1 }
      if moves == failing { throw POSIXError(.EIO) }
      try FileManager.default.moveItem(atPath: from, toPath: to)
    }
    let error = #expect(throws: ToolError.self) { try transaction.apply(changes) }
    #expect(error?.message.contains("nothing was written") == true)
    #expect(scratch.contents() == before)
  }

  @Test("A folder that had to be created is gone when writing fails")
  func rollBackOfFolders() throws {
    let deep = OutputFolder(path: scratch.at("a/b"))
    let changes = try FolderChanges([document("d.yaml", ["One.swift": "1"])], in: deep)
    let transaction = FolderTransaction(deep) { _, _ in throw POSIXError(.ENOSPC) }
    #expect(throws: ToolError.self) { try transaction.apply(changes) }
    #expect(scratch.contents().isEmpty)
  }
}
