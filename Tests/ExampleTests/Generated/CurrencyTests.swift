import Foundation
import Testing

@Suite("The committed output")
struct CurrencyTests {
  @Test("is what the generator writes today", arguments: Example.all)
  func isCurrent(_ example: Example) async throws {
    try await withTemporaryFolder { folder in
      try example.generate(into: folder, access: "public")
      let committed = try files(in: example.committed)
      let generated = try files(in: folder)
      #expect(committed.keys.sorted() == generated.keys.sorted())
      let command =
        "swift run arazzo-gen \(try example.paths.joined(separator: " ")) "
        + "-o Generated/\(example.name) --access public"
      for (file, text) in generated {
        #expect(committed[file] == text, "\(file) is out of date: \(command)")
      }
    }
  }

  private func files(in folder: URL) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) {
      $0[$1] = try String(contentsOf: folder.appending(path: $1), encoding: .utf8)
    }
  }
}
