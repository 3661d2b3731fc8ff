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
  /// False where the value is missing, and where a value that stands in the pattern is. A scalar
  /// reads as it is, an object or an array as compact JSON.
  public func finds(in value: (any JSONRepresentable)?) -> Bool {
    guard let value else { return false }
    var budget = Budget()
    return finds(in: value.jsonValue.text, &budget)
  }

  /// Whether a body holds a match anywhere: its JSON value as text, or the text that it is.
  ///
  /// False where there is no body.
  public func finds(in body: ResponseBody?) -> Bool {
    guard let body, !body.bytes.isEmpty else { return false }
    return finds(in: body.json?.text ?? body.text ?? "")
  }

  func finds(in text: String, _ budget: inout Budget) -> Bool {
    program?.finds(in: Array(text.unicodeScalars), &budget) ?? false
  }

  /// The pattern of which a match must be the whole text.
  var anchored: Pattern { Pattern(program: program?.anchored) }

  private init(program: Program?) { self.program = program }
}
