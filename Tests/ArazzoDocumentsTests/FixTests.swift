import Testing

@testable import ArazzoDocuments

@Suite("A fix is the source text to paste")
struct FixTests {
  /// The text with the value of `a` mended in the source.
  private func mended(_ text: String, _ old: String, _ new: String) throws -> String {
    let root = try DocumentReader.read(Array(text.utf8), name: "a.yml")
    let node = try #require(root["a"])
    let fix = try #require(Fix(at: node.location, replacing: old, with: new))
    return fix.applied(to: node.location.source)
  }

  @Test(
    "A scalar keeps its style, and is quoted where the new text needs it",
    arguments: [
      ("a: x y # z\n", "x y", "b c", "a: b c # z\n"),
      ("a: x\n", "x", "to {b}", "a: to {b}\n"),
      ("{a: x, b: 1}", "x", "to {b}", "{a: \"to {b}\", b: 1}"),
      ("a: x\n", "x", "{b}", "a: '{b}'\n"),
      ("{a: x}", "x", "it's {b}", "{a: \"it's {b}\"}"),
      ("a: 'it''s'\n", "it's", "it's 2", "a: 'it''s 2'\n"),
      ("a: \"x\\\"\"\n", "x\"", "y\"", "a: \"y\\\"\"\n"),
      ("a: x\n  y\nb: 1\n", "x y", "z", "a: z\nb: 1\n"),
      ("{\"a\": \"x\"}", "x", "'y'", "{\"a\": \"'y'\"}"),
      ("a: x\n", "x", "true", "a: 'true'\n"),
      ("a: x\n", "x", "b: c", "a: 'b: c'\n"),
    ])
  func styles(text: String, old: String, new: String, expected: String) throws {
    #expect(try mended(text, old, new) == expected)
  }

  @Test(
    "For a log, the help has the words that change alone",
    arguments: [
      (
        "a: 'Bearer m4rk3r{$inputs.pasword}'", "Bearer m4rk3r{$inputs.password}", "$inputs.password"
      ),
      ("a: m4rk3r$inputs.x", "m4rk3r$inputs.y", "$inputs.y"),
      ("a: m4rk3r x y", "m4rk3r z", "z"),
      ("a: x", "y", "y"),
    ])
  func log(text: String, new: String, words: String) throws {
    let root = try DocumentReader.read(Array(text.utf8), name: "a.yml")
    let node = try #require(root["a"])
    let fix = try #require(Fix(at: node.location, replacing: node.string ?? "", with: new))
    #expect(fix.helpForLogs == "write \(words)")
  }

  @Test("Of a block the lines that differ are written anew")
  func block() throws {
    let text = "a: |\n  one $x\n    two\n  three $y\nb: 1\n"
    let expected = "a: |\n  one {$x}\n    two\n  three {$y}\nb: 1\n"
    #expect(
      try mended(text, "one $x\n  two\nthree $y\n", "one {$x}\n  two\nthree {$y}\n") == expected)
  }

  @Test("A text inside of a scalar is replaced where it stands")
  func part() throws {
    let text = "a: '{\"n\": \"Mr $x\"}'\nb: Mr $x\n"
    #expect(try mended(text, "Mr $x", "Mr {$x}") == "a: '{\"n\": \"Mr {$x}\"}'\nb: Mr $x\n")
  }

  @Test("What can't be found in the source has no fix")
  func unknown() throws {
    let root = try DocumentReader.read(Array("a: &x one\nb: *x\n".utf8), name: "a.yml")
    let node = try #require(root["a"])
    #expect(Fix(at: node.location, replacing: "two", with: "three") == nil)
    #expect(Fix(at: node.location, replacing: "one", with: "one") == nil)
    let elsewhere = Location(node.location.source, line: 9, column: 4)
    #expect(Fix(at: elsewhere, replacing: "one", with: "two") == nil)
  }

  @Test(
    "A member is taken out of a mapping of either style",
    arguments: [
      ("o: {a: 1, b: [x, {y: 2}], c: 3}", "b", "o: {a: 1, c: 3}"),
      ("o: {a: 1, b: 2}", "a", "o: {b: 2}"),
      ("o:\n  a: 1\n  b: >\n    x\n    y\n  c: 3\n", "b", "o:\n  a: 1\n  c: 3\n"),
      ("o:\n  a: 1\n  c: 3\n", "a", "o:\n  c: 3\n"),
    ])
  func removal(text: String, name: String, expected: String) throws {
    let root = try DocumentReader.read(Array(text.utf8), name: "a.yml")
    let edits = try #require(root["o"]?.removal(of: [name]))
    #expect(Fix(edits)?.applied(to: root.location.source) == expected)
  }
}
