/// A parsed path template of an API description: its placeholders with the operators of RFC 6570,
/// a query of its own, a fragment (rule H10).
package struct PathTemplate {
  /// A place in the path.
  package struct Placeholder {
    package let name: String
    /// Its operator in the path, which defines how the value is serialized.
    package var mark: Character?
    /// Whether `*` is behind the name.
    package var isExploded = false
  }

  /// A pair of the query whose value a parameter gives.
  package struct Pair {
    /// The name that is sent.
    package let name: String
    package let parameter: String
    package let explode: Bool
  }

  /// The template that is sent: with `{name}` and `{+name}` alone, and with the pairs of its query
  /// that are fixed.
  package private(set) var sent = ""
  package private(set) var placeholders: [Placeholder] = []
  package private(set) var pairs: [Pair] = []
  /// The names of the pairs that are fixed, each with its value as written.
  package private(set) var fixed: [String: String] = [:]
  /// The names in a fragment, which is not sent.
  package private(set) var unsent: Set<String> = []

  private let declared: Set<String>

  /// - Parameter declared: The names of the operation's parameters: what is one of them as a whole
  /// is
  ///   no list of names.
  init(_ template: String, declared: Set<String> = []) {
    self.declared = declared
    var part = Part.path
    var query: [[Piece]] = []
    for piece in PlaceholderText(template).pieces {
      switch piece {
      case .literal(let text): read(text, &part, &query)
      case .placeholder(let text): read(Expression(text, declared), text, part, &query)
      }
    }
    let kept = query.compactMap { pair($0) }
    if !kept.isEmpty { sent += "?" + kept.joined(separator: "&") }
  }

  package var pathNames: [String] { placeholders.map(\.name) }

  /// The name that a parameter of this name has in the template; `{+name}` may be declared as
  /// `+name`.
  package func name(for written: String) -> String {
    guard let first = written.first, Expression.operators.contains(first),
      pathNames.contains(String(written.dropFirst()))
    else { return written }
    return String(written.dropFirst())
  }

  private enum Part { case path, query, fragment }

  private typealias Piece = PlaceholderText.Piece

  // MARK: reading

  private mutating func read(_ text: String, _ part: inout Part, _ query: inout [[Piece]]) {
    var text = text[...]
    if part == .path {
      let path = text.prefix { $0 != "?" && $0 != "#" }
      sent += path
      text = text[path.endIndex...]
      guard let mark = text.popFirst() else { return }
      part = mark == "?" ? .query : .fragment
      query.append([])
    }
    guard part == .query else { return }
    let kept = text.prefix { $0 != "#" }
    if kept.endIndex < text.endIndex { part = .fragment }
    for (number, piece) in kept.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { query.append([]) }
      query[query.count - 1].append(.literal(String(piece)))
    }
  }

  private mutating func read(
    _ expression: Expression, _ text: String, _ part: Part, _ query: inout [[Piece]]
  ) {
    let names = expression.names
    switch (part, expression.mark) {
    case (.fragment, _), (_, "#"): unsent.formUnion(names.map(\.name))
    case (_, "?"), (_, "&"):
      pairs += names.map { Pair(name: $0.name, parameter: $0.name, explode: $0.isExploded) }
    case (.query, _): query[query.count - 1].append(.placeholder(text))
    case (.path, _):
      sent += expression.sent
      placeholders += names.map {
        Placeholder(name: $0.name, mark: expression.mark, isExploded: $0.isExploded)
      }
    }
  }

  /// A pair of the query as it is sent with the path; `nil` where a parameter gives its value.
  private mutating func pair(_ pieces: [Piece]) -> String? {
    var text = ""
    var names: [String] = []
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .placeholder(let inner):
        let expression = Expression(inner, declared)
        names += expression.names.map(\.name)
        text += expression.sent
      }
    }
    guard !text.isEmpty else { return nil }
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = sides.count == 2 ? String(sides[1]) : ""
    if let only = names.first, names.count == 1, ["{\(only)}", "{+\(only)}"].contains(value) {
      pairs.append(Pair(name: String(sides[0]), parameter: only, explode: true))
      return nil
    }
    placeholders += names.map { Placeholder(name: $0) }
    if names.isEmpty { fixed[String(sides[0])] = value }
    return text
  }
}

/// An expression in braces: an operator and names.
private struct Expression {
  struct Name {
    let name: String
    let isExploded: Bool
  }

  static let operators = Set<Character>("+#./;?&")

  let mark: Character?
  let names: [Name]

  init(_ text: String, _ declared: Set<String>) {
    let mark = text.first.flatMap { Self.operators.contains($0) ? $0 : nil }
    let list = mark == nil ? text : String(text.dropFirst())
    self.mark = mark
    if declared.contains(list) {
      names = [Name(name: list, isExploded: false)]
    } else {
      names = list.split(separator: ",").map { name in
        let isExploded = name.last == "*"
        return Name(name: String(isExploded ? name.dropLast() : name), isExploded: isExploded)
      }
    }
  }

  /// The placeholder in the template that is sent.
  var sent: String {
    switch mark {
    case "+": names.map { "{+\($0.name)\($0.isExploded ? "*" : "")}" }.joined(separator: ",")
    case "/": names.map { "/{\($0.name)}" }.joined()
    case ".", ";": names.map { "{\($0.name)}" }.joined()
    default: names.map { "{\($0.name)}" }.joined(separator: ",")
    }
  }
}
