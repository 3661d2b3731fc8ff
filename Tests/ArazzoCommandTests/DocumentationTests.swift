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

  /// A row of the tables of constructs.
  private struct Construct {
    let name: String
    let status: String
    var isSupported: Bool { status.hasPrefix("supported") }

    /// The names in code voice in the row: `type: end` is also `end`.
    var codes: [String] {
      DocumentationTests.codes(in: name + status).flatMap { code in
        [code] + code.components(separatedBy: ": ")
      }
    }
  }

  private func constructs() throws -> [Construct] {
    let lines = try ["Constructs.md", "HTTP.md"].flatMap {
      try self.lines(of: "ArazzoCommand/ArazzoCommand.docc/\($0)")
    }
    return lines.map(Self.cells).filter { $0.count == 3 }
      .map { Construct(name: $0[0], status: $0[1]) }
  }

  private static func cells(_ row: String) -> [String] {
    guard row.hasPrefix("| ") else { return [] }
    return row.dropFirst().dropLast().components(separatedBy: " | ").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private static func codes(in text: String) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.1) }
  }

  /// The rows of the README's table of what is supported, without its head.
  private func readmeRows() throws -> [[String]] {
    let text = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let table = try #require(text.range(of: "<!-- supported constructs -->\n"))
    return text[table.upperBound...].components(separatedBy: "\n").prefix { $0.hasPrefix("|") }
      .dropFirst(2).map(Self.cells)
  }

  @Test("support each construct that the README says is supported")
  func readmeSupported() throws {
    let supported = Set(try constructs().filter(\.isSupported).flatMap(\.codes))
    let rows = try readmeRows()
    #expect(rows.count >= 7)
    for row in rows {
      let unsupported = Self.codes(in: row[1]).filter { !supported.contains($0) }
      #expect(unsupported == [], "\(row[0])")
    }
  }

  @Test("refuse each construct that the README says is not supported")
  func readmeRefused() throws {
    let refused = Set(
      try constructs().filter { $0.status.hasPrefix("refused") }.map { $0.name.lowercased() })
    let named = try readmeRows().flatMap { $0[2].lowercased().components(separatedBy: "; ") }
      .filter { !$0.isEmpty }
    #expect(named.count >= 5)
    #expect(named.filter { !refused.contains($0) } == [])
  }
}
