import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("c2: simple conditions compare loosely")
struct LooseComparisonTests {
  typealias Row = (left: JSONValue?, right: JSONValue?, isEqual: Bool)

  @Test(
    "c2_equality",
    arguments: [
      // Strings compare without case, and as text.
      ("OK", "ok", true), ("Straße", "STRASSE", true), ("Σίσυφος", "ΣΊΣΥΦΟΣ", true),
      ("5", "5.0", false), ("a", "b", false), ("", .null, false),
      // A numeric string and a number compare as numbers.
      ("5", 5, true), ("5.0", 5, true), (5, "5e0", true),
      ("9007199254740993", 9_007_199_254_740_993, true),
      ("9007199254740992", 9_007_199_254_740_993, false), (" 5", 5, false), ("x", 5, false),
      // `null` equals only `null`, and a missing value counts as `null`.
      (.null, .null, true), (nil, .null, true), (nil, nil, true), (.null, 0, false),
      (nil, "x", false), (nil, false, false), (.null, "null", false), (.null, [], false),
      // Unlike kinds are unequal.
      (true, "true", false), (true, 1, false), ([], [:], false), ([5], 5, false), ([], "", false),
      (true, true, true), (true, false, false),
      // Arrays and objects compare member by member.
      (["A", 5], ["a", "5"], true), (["a"], ["a", "b"], false), ([1, 2], [2, 1], false),
      (["k": "V", "n": 1], ["n": "1", "k": "v"], true), (["k": 1], ["K": 1], false),
      (["k": .null], [:], false), ([["x": .null]], [["x": .null]], true),
    ] as [Row])
  func equality(row: Row) {
    #expect(LooseComparison.equal(row.left, row.right) == row.isEqual)
    #expect(LooseComparison.equal(row.right, row.left) == row.isEqual)
    #expect(LooseComparison.notEqual(row.left, row.right) != row.isEqual)
  }

  @Test(
    "c2_order: the left is less, and nothing else is",
    arguments: [
      (1, 2), (-1, 0.5), ("2", 10), (2, "10"), (9_007_199_254_740_992, 9_007_199_254_740_993),
      ("a", "B"), ("A", "b"), ("10", "9"), ("a", "ab"), ("z", "é"), ("", "a"),
      ("\u{FFFD}", "\u{1F600}"),
    ] as [(JSONValue, JSONValue)])
  func order(less: JSONValue, more: JSONValue) {
    #expect(LooseComparison.less(less, more) && LooseComparison.lessOrEqual(less, more))
    #expect(LooseComparison.greater(more, less) && LooseComparison.greaterOrEqual(more, less))
    #expect(!LooseComparison.less(more, less) && !LooseComparison.lessOrEqual(more, less))
    #expect(!LooseComparison.greater(less, more) && !LooseComparison.greaterOrEqual(less, more))
  }

  @Test("c2_order: equal is neither less nor greater")
  func equals() {
    for (left, right) in [(5, "5.0"), ("a", "A"), (5, 5)] as [(JSONValue, JSONValue)] {
      #expect(
        LooseComparison.lessOrEqual(left, right) && LooseComparison.greaterOrEqual(left, right))
      #expect(!LooseComparison.less(left, right) && !LooseComparison.greater(left, right))
    }
  }

  @Test(
    "c2_order: what is neither two numbers nor two strings has no order",
    arguments: [
      (nil, 5), (.null, 5), (.null, .null), (nil, nil), (true, 1), (true, true), (false, true),
      ("x", 5), ([1], [2]), ([1], 2), (["a": 1], ["a": 2]), (nil, "x"),
    ] as [(JSONValue?, JSONValue?)])
  func unordered(left: JSONValue?, right: JSONValue?) {
    for compare in [
      LooseComparison.less, LooseComparison.lessOrEqual, LooseComparison.greater,
      LooseComparison.greaterOrEqual,
    ] {
      #expect(!compare(left, right) && !compare(right, left))
    }
  }

  @Test("c2_bare operand: true unless it is false, null or missing")
  func bareOperands() {
    for value in [true, 0, "", "false", [], [:], 5] as [JSONValue] {
      #expect(LooseComparison.isTrue(value))
    }
    for value in [false, .null, nil] as [JSONValue?] { #expect(!LooseComparison.isTrue(value)) }
  }

  @Test("c2_values of any type that can be sent compare")
  func otherTypes() {
    let status: Int? = nil
    #expect(LooseComparison.equal(200, "200") && !LooseComparison.equal(status, 200))
    #expect(LooseComparison.equal(Secret("A"), "a") && LooseComparison.notEqual(status, "x"))
    #expect(LooseComparison.equal(["a"], ["A"] as JSONValue) && LooseComparison.isTrue(true))
  }
}
