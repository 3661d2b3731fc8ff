/// A constraint on an input besides its type.
///
/// A rule applies to one kind of value and holds for all others: a minimum length holds for every
/// number. The message names the rule and never the value, which can be secret.
@_spi(Generated) public struct InputRule: Sendable {
  /// The requirement after "must", such as `have at least 3 characters`.
  let text: String
  let holds: @Sendable (JSONValue) -> Bool

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - text: The requirement after "must".
  ///   - holds: Whether a value meets it.
  public init(_ text: String, holds: @escaping @Sendable (JSONValue) -> Bool) {
    self.text = text
    self.holds = holds
  }

  /// Checks a value. A missing value passes.
  public static func check(
    _ name: String, _ value: (any JSONRepresentable)?, _ rules: InputRule...
  ) throws(InvalidInput) {
    guard let json = value?.jsonValue else { return }
    for rule in rules where !rule.holds(json) { throw InvalidInput(name, rule.text) }
  }

  /// Checks a part that has rules of its own.
  public static func check(
    _ name: String, inside part: (some ValidatedInputs)?
  ) throws(InvalidInput) {
    do throws(InvalidInput) { try part?.validate() } catch { throw error.inside(name) }
  }

  /// Checks the elements of an array, which have rules of their own.
  public static func check(
    _ name: String, each parts: [some ValidatedInputs]?
  ) throws(InvalidInput) {
    for (index, part) in (parts ?? []).enumerated() {
      try check("\(name)[\(index)]", inside: part)
    }
  }
}

extension InputRule {
  /// Strings have at least this number of characters.
  public static func minLength(_ minimum: Int) -> InputRule {
    length("have at least " + count(minimum, "character")) { $0 >= minimum }
  }

  /// Strings have at most this number of characters.
  public static func maxLength(_ maximum: Int) -> InputRule {
    length("have at most " + count(maximum, "character")) { $0 <= maximum }
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private static func length(
    _ text: String, _ isRight: @escaping @Sendable (Int) -> Bool
  ) -> InputRule {
    InputRule(text) { value in
      if case .string(let text) = value { isRight(text.unicodeScalars.count) } else { true }
    }
  }

  /// Arrays have at least this number of elements.
  public static func minItems(_ minimum: Int) -> InputRule {
    items("have at least " + count(minimum, "element")) { $0.count >= minimum }
  }

  /// Arrays have at most this number of elements.
  public static func maxItems(_ maximum: Int) -> InputRule {
    items("have at most " + count(maximum, "element")) { $0.count <= maximum }
  }

  /// Arrays have no equal elements.
  public static var uniqueItems: InputRule {
    items("have no duplicate elements") { Set($0).count == $0.count }
  }

  /// All elements of an array meet these rules.
  public static func each(_ rules: InputRule...) -> InputRule {
    let texts = rules.map(\.text).joined(separator: " and ")
    return items("have elements each of which must " + texts) { elements in
      elements.allSatisfy { element in rules.allSatisfy { $0.holds(element) } }
    }
  }

  private static func items(
    _ text: String, _ isRight: @escaping @Sendable ([JSONValue]) -> Bool
  ) -> InputRule {
    InputRule(text) { if case .array(let elements) = $0 { isRight(elements) } else { true } }
  }

  /// The value is one of these.
  public static func oneOf(_ values: JSONValue...) -> InputRule {
    InputRule("be one of " + values.map(\.description).joined(separator: ", ")) {
      values.contains($0)
    }
  }
}
