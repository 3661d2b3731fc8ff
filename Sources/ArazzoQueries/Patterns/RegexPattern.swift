@_spi(Generated) public import ArazzoRuntime

/// A regular expression that generated code builds at compile time: `^run-\d+$` is
/// `RegexPattern(.start, "run-", .oneOrMore(.digit), .end)`.
///
/// Matching reads the text once for the pattern, and once more for each look-ahead and look-behind.
/// Its time grows with the length of the text times the size of the pattern, whatever the pattern;
/// there is no backtracking and no recursion. Characters are Unicode scalars.
@_spi(Generated) public struct RegexPattern: Sendable {
  /// The pattern ready to be run; nil where a value in it is missing or it is too large.
  let program: Program?

  /// Creates a pattern from consecutive parts.
  public init(_ parts: Part...) { self.init(parts) }

  package init(_ parts: [Part]) { program = Program(Part.sequence(parts)) }

  /// Whether the pattern matches somewhere in the text of a value.
  ///
  /// False if the value is missing or `null` (rule C9), or if a value in the pattern is missing.
  /// The text of an object or array is compact JSON.
  public func finds(in value: (any JSONRepresentable)?) -> Bool {
    guard let json = value?.jsonValue, json != .null else { return false }
    var budget = Budget()
    return finds(in: json.text, &budget)
  }

  /// Whether the pattern matches somewhere in a body: in the text of its JSON value, or in its
  /// text.
  ///
  /// False if there is no body or it is `null`.
  public func finds(in body: ResponseBody?) -> Bool {
    guard let body, !body.bytes.isEmpty else { return false }
    return finds(in: body.json ?? .string(body.text ?? ""))
  }

  func finds(in text: String, _ budget: inout Budget) -> Bool {
    guard let program, budget.spend(text.utf8.count) else { return false }
    return program.finds(in: Array(text.unicodeScalars), &budget)
  }

  /// How many instructions the pattern is; those of one that is too large were written up to the
  /// limit.
  var size: Int { program?.size ?? Program.limit }

  /// The pattern of which a match must be the whole text.
  var anchored: RegexPattern { RegexPattern(program: program?.anchored) }

  private init(program: Program?) { self.program = program }
}
