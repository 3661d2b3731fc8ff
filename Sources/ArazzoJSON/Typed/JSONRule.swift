/// What a value must keep to besides its type.
///
/// A rule says nothing about kinds of values that it is not about: a shortest length holds for every
/// number. What a rule says names the rule and never the value, which may be secret.
public struct JSONRule: Sendable {
  /// What is asked for, after "must": `have at least 3 characters`.
  let text: String
  let holds: @Sendable (JSONValue) -> Bool

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - text: What goes on after "must".
  ///   - holds: Whether a value keeps to it.
  public init(_ text: String, holds: @escaping @Sendable (JSONValue) -> Bool) {
    self.text = text
    self.holds = holds
  }

  /// Checks a value under its name; one that is missing is not checked.
  public static func check(
    _ name: String, _ value: (any JSONRepresentable)?, _ rules: JSONRule...
  ) throws(InvalidInput) {
    guard let json = value?.jsonValue else { return }
    for rule in rules where !rule.holds(json) { throw InvalidInput(name, rule.text) }
  }

  /// Checks a part with rules of its own.
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

extension JSONRule {
  /// Texts have that many characters or more.
  public static func minLength(_ least: Int) -> JSONRule {
    length("have at least " + count(least, "character")) { $0 >= least }
  }

  /// Texts have no more than that many characters.
  public static func maxLength(_ most: Int) -> JSONRule {
    length("have at most " + count(most, "character")) { $0 <= most }
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private static func length(
    _ text: String, _ isRight: @escaping @Sendable (Int) -> Bool
  ) -> JSONRule {
    JSONRule(text) { value in
      if case .string(let text) = value { isRight(text.unicodeScalars.count) } else { true }
    }
  }

  /// Arrays have that many elements or more.
  public static func minItems(_ least: Int) -> JSONRule {
    items("have at least " + count(least, "element")) { $0.count >= least }
  }

  /// Arrays have no more than that many elements.
  public static func maxItems(_ most: Int) -> JSONRule {
    items("have at most " + count(most, "element")) { $0.count <= most }
  }

  /// No element of an array stands in it twice.
  public static var uniqueItems: JSONRule {
    items("have no element twice") { Set($0).count == $0.count }
  }

  /// All elements of an array keep to these rules.
  public static func each(_ rules: JSONRule...) -> JSONRule {
    items("have elements that each " + rules.map(\.text).joined(separator: " and ")) { elements in
      elements.allSatisfy { element in rules.allSatisfy { $0.holds(element) } }
    }
  }

  private static func items(
    _ text: String, _ isRight: @escaping @Sendable ([JSONValue]) -> Bool
  ) -> JSONRule {
    JSONRule(text) { if case .array(let elements) = $0 { isRight(elements) } else { true } }
  }

  /// The value is one of these.
  public static func oneOf(_ values: JSONValue...) -> JSONRule {
    JSONRule("be one of " + values.map(\.description).joined(separator: ", ")) {
      values.contains($0)
    }
  }
}
