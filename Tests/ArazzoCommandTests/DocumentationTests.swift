import Foundation
import Testing

@Suite("The tables of the documentation")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The articles with tables, and how many tests each names at least.
  private static let articles = [
    "ArazzoCommand/ArazzoCommand.docc/Constructs.md": 50,
    "ArazzoCommand/ArazzoCommand.docc/HTTP.md": 50,
    "ArazzoCommand/ArazzoCommand.docc/Rules.md": 50,
    "ArazzoRuntime/ArazzoRuntime.docc/Faults.md": 20,
  ]

  private func lines(of article: String) throws -> [String] {
    let sources = Self.root.appending(path: "Sources")
    let text = try String(contentsOf: sources.appending(path: article), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  /// Every test as `Suite.test`.
  private static let tests: Set<String> = {
    let folder = root.appending(path: "Tests")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix("Tests.swift") }.reduce(into: []) { tests, path in
      let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
      tests.formUnion(Self.tests(in: text ?? ""))
    }
  }()

  /// The tests of one file, under each type that it has: a text search is enough here.
  private static func tests(in text: String) -> [String] {
    let types = text.matches(of: /(?:struct|extension|class) (\w+Tests)\b/).map { $0.1 }
    let tests = text.matches(of: /func (\w+)\(/).map { $0.1 }
    return types.flatMap { type in tests.map { "\(type).\($0)" } }
  }

  @Test("name tests that there are", arguments: articles)
  func testsExist(article: String, count: Int) throws {
    let named = try lines(of: article).filter { $0.hasPrefix("|") }
      .flatMap { $0.matches(of: /`(\w+Tests\.\w+)`/).map { String($0.1) } }
    #expect(named.count > count)
    #expect(Set(named).subtracting(Self.tests).sorted() == [])
  }

  @Test("name a test on each line", arguments: articles.keys)
  func eachLineHasATest(article: String) throws {
    let heads = ["| Construct |", "| Rule |", "| Fault |", "|---"]
    let rows = try lines(of: article).filter { line in
      line.hasPrefix("|") && !heads.contains { line.hasPrefix($0) }
    }
    #expect(rows.filter { !$0.contains("Tests.") } == [])
  }
}
