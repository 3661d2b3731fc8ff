import Testing

@testable import ArazzoExpressions

@Suite("A stranger's text neither crashes nor hangs a parser") struct RobustnessTests {
  static let samples = [
    "$response.body.a['b c'][0].d#/x~1y/0", "$steps.a.outputs.b#/c", "$workflows.w.outputs.x",
    "$sourceDescriptions.s.url#/paths/~1a/get", "$components.parameters.p",
    "Bearer $inputs.token and {$response.body#/a} or $inputs.a:$inputs.b.",
    "!($statusCode >= 200 && $statusCode<300) || $response.header.X != 'it''s {$inputs.a}'",
    "$inputs.a == application/json; q=(0.5) && \"x\\\"\" == -1.5e+3",
    "$..a['b',\"c\\ud83d\\ude00\"][1:2:-3][?@.x == {$inputs.y} && match(@.z, 'a.*') || !(@.w)]",
    "^(?:a|[^b-d\\]\\w]{2,3}?)+(?=\\p{Lu})(?<!\\u{41})(?<n>{$inputs.a})(?i:x)\\b$",
    "$.d[?(@.id == '{$inputs.model}')].length() == 0 && #/a/0 != x || !$.b",
  ]

  private static let parsers: [@Sendable (String) throws -> Void] = [
    { _ = try RuntimeExpression.parse($0) },
    { _ = try StringTemplate.parse($0) },
    { _ = try StringTemplate.parseBraced($0) },
    { _ = try Condition.parse($0) },
    { _ = try ParsedQuery.parse($0) },
    { _ = try JSONPathCondition.parse($0) },
    { _ = try ParsedXPath.parse($0) },
    { _ = try ParsedPattern.parse($0) },
    { _ = try ParsedPattern.parse(.text($0), at: 0, language: .iRegexp) },
  ]

  /// Gives the text to every parser: what one refuses, it refuses for a reason and at a place in
  /// the text.
  private func parse(_ text: String) {
    let places = 0...text.unicodeScalars.count
    for (number, parse) in Self.parsers.enumerated() {
      do {
        try parse(text)
      } catch let error as ExpressionError {
        let ends = [error.offset, error.range?.lowerBound, error.range?.upperBound]
        let isPlaced = ends.allSatisfy { $0.map(places.contains) != false }
        #expect(isPlaced && !error.message.isEmpty, "parser \(number), '\(text)': \(error)")
      } catch {
        Issue.record(error)
      }
    }
    let names: Set = ["", "a", String(text.prefix(3))]
    let resolved = RuntimeExpression.Reference(path: text).resolve(declared: names)
    #expect(resolved.map { names.contains($0.name) } != false)
  }

  @Test("Every beginning and every end of a sample", arguments: samples)
  func truncations(sample: String) {
    for length in 0...sample.count {
      parse(String(sample.prefix(length)))
      parse(String(sample.suffix(length)))
    }
  }

  @Test("Random changes to a sample", arguments: samples)
  func mutations(sample: String) {
    var random = SplitMix64(state: UInt64(sample.count))
    let alphabet = Array("$@{}[]()'\"\\#/.~=!<>&|*?:,- 0a\u{0}\u{301}é😀")
    for _ in 0..<300 {
      var text = Array(sample)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        let piece = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        if Bool.random(using: &random) {
          text[place] = piece
        } else {
          text.insert(piece, at: place)
        }
      }
      parse(String(text))
    }
  }

  @Test(
    "Long and deep texts",
    arguments: [
      "(", "!", "$[?", "$[?(", "$[?!(", "$[?length(", "[", "['", "[\"", "$inputs.", "{$",
      "$inputs.a[",
      "$steps.", "#/", "~", "'", "1", "-", "a ", "!(", "$.a[?@.b[?", "$['", "{$url}", "$url ", "..",
      "(?=",
      "(?i:", "a{9}", "[a-", "\\", "|",
    ])
  func repetitions(piece: String) {
    for start in ["", "$.a == ", "$inputs.a", "$response.body", "{$inputs.a}"] {
      parse(start + String(repeating: piece, count: 3000))
    }
  }

  @Test("Nesting is bounded with an error")
  func nesting() throws {
    let deep = String(repeating: "(", count: 100) + "true" + String(repeating: ")", count: 100)
    let error = try #require(throws: ExpressionError.self) { _ = try Condition.parse(deep) }
    #expect(error.message.contains("nested"))
    let fine = String(repeating: "(", count: 30) + "true" + String(repeating: ")", count: 30)
    #expect(try Condition.parse(fine).condition == .operand(.literal(.bool(true))))
  }
}

/// A small generator of random numbers, the same on every run.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
