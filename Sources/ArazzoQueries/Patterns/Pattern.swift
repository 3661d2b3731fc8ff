public import ArazzoRuntime

/// A regular expression, put together when the program is compiled: `^run-\d+$` is
/// `Pattern(.start, "run-", .oneOrMore(.digit), .end)`.
///
/// A text is read once for the pattern and once for each look-ahead and look-behind in it, and at
/// each character every place of the pattern is held against it at most once. So the time grows with
/// the length of the text times the size of the pattern, whatever the pattern; nothing is tried
/// again, and there is no stack to overflow. Characters are Unicode scalars.
public struct Pattern: Sendable {
  /// The pattern ready to be run; nil where a value in it is missing or it is too large.
  let program: Program?

  /// Makes a pattern of parts that follow one another.
  public init(_ parts: Part...) { self.init(parts) }

  package init(_ parts: [Part]) { program = Program(Part.sequence(parts)) }

  /// Whether the text that a value reads as holds a match anywhere.
  ///
  /// False where the value is missing or `null` (rule C9), and where a value that stands in the
  /// pattern is missing. A scalar reads as it is, an object or an array as compact JSON.
  public func finds(in value: (any JSONRepresentable)?) -> Bool {
    guard let json = value?.jsonValue, json != .null else { return false }
    var budget = Budget()
    return finds(in: json.text, &budget)
  }

  /// Whether a body holds a match anywhere: its JSON value as text, or the text that it is.
  ///
  /// False where there is no body, or one that is `null`.
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
  var anchored: Pattern { Pattern(program: program?.anchored) }

  private init(program: Program?) { self.program = program }
}
