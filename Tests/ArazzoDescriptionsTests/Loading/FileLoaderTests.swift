import ArazzoDocuments
import Foundation
import Testing

@testable import ArazzoDescriptions

@Suite("Files")
struct FileLoaderTests {
  /// A folder of its own with `specs/main.yml` and `apis/my api.yml`.
  private final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory
        .appending(path: "arazzo-gen-\(UUID().uuidString)")
      path = url.path
      for (name, text) in [("specs/main.yml", "a: 1\n"), ("apis/my api.yml", "b: 2\n")] {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder = try? Folder()
  private let loader = FileLoader()

  private func main() throws -> (folder: String, source: SourceText) {
    let folder = try #require(folder?.path)
    return (folder, try loader.load(file: folder + "/specs/main.yml").location.source)
  }

  @Test(
    "A reference is seen from the file that it stands in",
    arguments: [
      "../apis/my%20api.yml", ".././apis/my api.yml", "file:FOLDER/apis/my%20api.yml",
      "file://FOLDER/apis/my%20api.yml", "FOLDER/specs/../apis/my%20api.yml",
    ])
  func references(reference: String) throws {
    let (folder, source) = try main()
    let node = try loader.load(reference.replacing("FOLDER", with: folder), from: source)
    #expect(node["b"]?.number == "2")
    #expect(node.location.source.name == folder + "/apis/my api.yml")
  }

  @Test("A file is read once, by whatever name")
  func once() throws {
    let (_, source) = try main()
    let first = try loader.load("../apis/my%20api.yml", from: source)
    let second = try loader.load("../specs/../apis/my api.yml", from: source)
    #expect(first.location.source === second.location.source)
    #expect(loader.inputs.map(\.bytes.count) == [5, 5])
    #expect(try loader.load("main.yml", from: source).location.source === source)
  }

  @Test(
    "What can't be loaded is explained",
    arguments: [
      ("../apis", "is a folder, not a document"), ("mian.yml", "there is no file"),
      ("https://parcels.test/a.yml", "aren't fetched from the network by default"),
      ("urn:parcels", "URLs aren't supported"),
      ("a\u{0}b", "there is no file"), ("", "the reference is empty"),
      ("/dev/null", "is not a regular file"),
    ])
  func failures(reference: String, expected: String) throws {
    let (_, source) = try main()
    let error = try #require(throws: LoadError.self) {
      try loader.load(reference, from: source)
    }
    #expect(error.message.contains(expected))
  }

  @Test("A name that is nearly right, and the way out of a remote one, are suggested")
  func suggestions() throws {
    let (folder, source) = try main()
    let missing = try #require(throws: LoadError.self) {
      try loader.load("mian.yml", from: source)
    }
    #expect(missing.suggestion == "did you mean '\(folder)/specs/main.yml'?")
    let remote = try #require(throws: LoadError.self) {
      try loader.load("http://parcels.test/a.yml", from: source)
    }
    #expect(remote.suggestion?.contains("--allow-remote") == true)
  }

  @Test(
    "Names are tidied without asking the file system",
    arguments: [
      ("../openapi/b.yml", "specs/a.yml", "openapi/b.yml"), ("b.yml", "a.yml", "b.yml"),
      ("../b.yml", "a.yml", "../b.yml"), ("../../b.yml", "../a.yml", "../../../b.yml"),
      ("./b.yml", "/x/a.yml", "/x/b.yml"), ("/b.yml", "x/a.yml", "/b.yml"),
      ("../../../b.yml", "/x/a.yml", "/b.yml"),
    ])
  func names(reference: String, base: String, expected: String) {
    #expect(FilePath.join(reference, toFolderOf: base) == expected)
  }
}
