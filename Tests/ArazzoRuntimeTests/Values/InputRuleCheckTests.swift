import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Rules for inputs")
struct InputRuleCheckTests {
  private func broken(_ value: JSONValue?, _ rule: InputRule) -> String? {
    do throws(InvalidInput) {
      try InputRule.check("x", value, rule)
      return nil
    } catch {
      return error.rule
    }
  }

  @Test(
    "A rule holds up to its limit and no further",
    arguments: [
      (.minLength(2), ["ab", "éé"], ["a"]), (.maxLength(2), ["", "😀😀"], ["abc"]),
      (.minimum(1.5), [1.5, 2], [1, 1.4]), (.maximum(3), [3, -1], [3.1]),
      (.above(0), [0.1], [0, -1]), (.below(0), [-1], [0]),
      (.multiple(of: 5), [0, 10, -5], [3, 5.5]), (.multiple(of: 0.01), [1.23, 0.07], [0.005]),
      (.int32, [2_147_483_647, -2_147_483_648], [2_147_483_648, 0.5]),
      (.minItems(1), [["a"]], [[]]), (.maxItems(1), [[]], [["a", "b"]]),
      (.uniqueItems, [[1, "1"]], [[1, 1.0]]), (.each(.minLength(1)), [["a"], []], [["a", ""]]),
      (.oneOf(1, 2), [1, 2.0], [3, "1"]),
      (.date, ["2024-02-29", "0001-01-01"], ["2023-02-29", "2024-2-9", "2024-1-001"]),
      (.date, [], ["2024-+1-01", "-024-01-01", "20240-1-01", "2024-01-01 ", "2024-13-01", ""]),
      (.dateTime, ["2024-01-01T00:00:00.123+22:00"], ["2024-01-01T00:00:00Zgarbage"]),
    ] as [(InputRule, [JSONValue], [JSONValue])])
  func limits(rule: InputRule, admitted: [JSONValue], refused: [JSONValue]) {
    for value in admitted { #expect(broken(value, rule) == nil, "\(value)") }
    for value in refused { #expect(broken(value, rule) != nil, "\(value)") }
  }

  @Test("A rule says nothing about what it is not about, and nothing about what is missing")
  func otherKinds() {
    for rule in [InputRule.minLength(3), .minimum(3), .minItems(3), .uniqueItems, .date, .int32] {
      #expect(broken(true, rule) == nil)
      #expect(broken(nil, rule) == nil)
    }
  }
}
