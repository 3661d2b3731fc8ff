/// Swift code whose line breaks are not chosen yet (after Wadler, "A prettier printer").
indirect enum Layout: Sendable {
  case text(String)
  /// A string literal; where it does not fit on the line it becomes a multi-line one.
  case quoted(SwiftLiteral.Breakable)
  /// A comment, wrapped at white space; every line begins with the prefix.
  case comment(prefix: String, String)
  /// A documentation comment, which keeps the lines of its text; only those too long are wrapped.
  case documentation(String)
  /// A break, or this text where the group is flat.
  case line(flat: String)
  /// A break in any case.
  case hardLine
  /// This where the group is broken, nothing where it is flat.
  case ifBroken(String)
  case concat([Layout])
  case indent(Layout)
  /// All on one line if that fits, else broken at each of its own lines.
  case group(Layout)
  /// The first if it fits up to its first hard line, else the second.
  case choice(Layout, Layout)
  /// This after a text where it fits up to its first break, else on the next line without the text.
  case hanging(after: String, Layout)

  /// A space or a break.
  static var line: Layout { .line(flat: " ") }
  /// Nothing or a break.
  static var softLine: Layout { .line(flat: "") }
  static var empty: Layout { .concat([]) }
  /// The end of a line and a blank one.
  static var blankLine: Layout { [.hardLine, .hardLine] }
  /// A string literal of this value.
  static func string(_ value: String) -> Layout { .quoted(SwiftLiteral.Breakable(value)) }
}

extension Layout: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}

extension Layout: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Layout...) { self = .concat(elements) }
}

extension Layout {
  /// The code on one line, for the inside of an interpolated string.
  var flat: String {
    switch self {
    case .text(let text), .line(let text): text
    case .quoted(let literal): literal.line
    case .comment, .documentation, .hardLine, .ifBroken: ""
    case .concat(let parts): parts.map(\.flat).joined()
    case .indent(let inner), .group(let inner), .choice(let inner, _): inner.flat
    case .hanging(let text, let inner): text + inner.flat
    }
  }
}

extension Layout {
  static func joined(_ parts: [Layout], by separator: Layout) -> Layout {
    .concat(parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [separator, $0.element] })
  }

  /// Statements, one a line.
  static func lines(_ lines: [Layout]) -> Layout { joined(lines, by: .hardLine) }

  /// `callee(a, b)`. A collection that is the only argument stands right in the parentheses.
  static func call(_ callee: Layout, _ arguments: [Layout]) -> Layout {
    guard !arguments.isEmpty else { return [callee, "()"] }
    if arguments.count == 1, let only = arguments.first, only.isCollection {
      return [callee, "(", only, ")"]
    }
    return .group([callee, "(", self.arguments(arguments), ")"])
  }

  /// What stands between the parentheses of a call.
  static func arguments(_ arguments: [Layout]) -> Layout {
    .indent([.softLine, .group(.joined(arguments, by: [",", .line]))])
  }

  /// What stands between the parentheses of a declaration: a line each where one is not enough.
  static func parameters(_ parameters: [Layout]) -> Layout {
    [.indent([.softLine, .joined(parameters, by: [",", .line])]), .softLine]
  }

  /// `label: value`.
  static func labelled(_ label: String, _ value: Layout) -> Layout {
    let label = ReservedNames.label(label)
    if case .quoted = value { return [.text(label + ": "), .indent(value)] }
    if value.isCollection { return [.text(label + ": "), value] }
    return [.text(label + ":"), .hanging(after: " ", value)]
  }

  /// `target = value`.
  static func assignment(_ target: Layout, _ value: Layout) -> Layout {
    [target, " =", .hanging(after: " ", value)]
  }

  /// `name: Type`, or `name: Type = value`; the type itself breaks last.
  static func declaration(_ name: String, _ type: Layout, value: Layout? = nil) -> Layout {
    let type = Layout.choice(.text(type.flat), type)
    return [
      .text(name + ":"), .hanging(after: " ", value.map { .assignment(type, $0) } ?? type),
    ]
  }

  /// The same in a list of parameters, where the type itself breaks first.
  static func parameter(_ name: String, _ type: Layout, value: Layout? = nil) -> Layout {
    let head: Layout = [.text(name + ":"), .hanging(after: " ", type)]
    return value.map { .assignment(head, $0) } ?? head
  }

  /// `Outer.Inner`.
  static func qualified(_ names: [String]) -> Layout {
    .concat(
      names.prefix(1).map(Layout.text)
        + names.dropFirst().map { .hanging(after: "", .text("." + $0)) })
  }

  /// `[a, b]`, or an element a line with a comma after the last.
  static func array(_ elements: [Layout]) -> Layout {
    elements.isEmpty ? "[]" : collection(elements)
  }

  /// `["a": b]`, or a member a line with a comma after the last.
  static func dictionary(_ members: [(name: String, value: Layout)]) -> Layout {
    guard !members.isEmpty else { return "[:]" }
    return collection(
      members.map { member in
        // A name stays on one line, also where its value does not.
        let name = Layout.text(SwiftLiteral.string(member.name))
        if member.value.isCollection { return [name, ": ", member.value] }
        // A multi-line literal begins on the line of its name.
        if case .quoted = member.value, member.value.flat.count > LayoutRenderer.width - 20 {
          return [name, ": ", member.value]
        }
        return .group([name, ":", .indent([.line, member.value])])
      })
  }

  private static func collection(_ elements: [Layout]) -> Layout {
    let comma: Layout = elements.count > 1 ? .ifBroken(",") : .empty
    return .group([
      "[", .indent([.softLine, .joined(elements, by: [",", .line]), comma]), .softLine, "]",
    ])
  }

  private var isCollection: Bool {
    switch self {
    case .group(.concat(let parts)), .concat(let parts): parts.first.map { $0.isBracket } ?? false
    default: false
    }
  }

  private var isBracket: Bool {
    if case .text("[") = self { return true }
    return false
  }

  /// `a == b`, broken before the operator.
  static func binary(_ left: Layout, _ symbol: String, _ right: Layout) -> Layout {
    .group([left, .indent([.line, .text(symbol + " "), right])])
  }

  /// `a = b ?? c`, broken after the sign first.
  static func assignment(_ target: String, _ value: Layout, orElse other: Layout) -> Layout {
    .group([.text(target + " ="), .indent([.line, value, .line, "?? ", other])])
  }

  /// The statements between a head, which ends with a brace, and an end.
  static func block(_ head: Layout, _ statements: [Layout], end: Layout = "}") -> Layout {
    [head, .indent([.hardLine, .lines(statements)]), .hardLine, end]
  }

  /// `if a, b { … }`.
  static func `if`(_ conditions: [Layout], _ statements: [Layout]) -> Layout {
    let list = Layout.joined(conditions, by: [",", .line])
    // Only what follows the first condition is indented by it.
    let rest = conditions.dropFirst().map { Layout.indent([.line, $0]) }
    let broken = Layout.joined(Array(conditions.prefix(1)) + rest, by: ",")
    let brace: Layout = conditions.count == 1 && conditions[0].endsOnLineOfItsOwn ? " " : .line
    let head = Layout.group(["if ", broken, brace, "{"])
    let open = block(head, statements)
    guard statements.count == 1, let only = statements.first, !only.hasHardLine else { return open }
    return .choice(.group(["if ", list, " { ", only, " }"]), open)
  }

  /// Whether it ends with a parenthesis that, where it is broken, stands at the start of a line.
  private var endsOnLineOfItsOwn: Bool {
    switch self {
    case .choice(_, .concat(let parts)):
      if case .indent? = parts.last { return false }
      return true
    case .concat(let parts): return parts.last?.endsOnLineOfItsOwn ?? false
    case .hanging(_, let inner): return inner.endsOnLineOfItsOwn
    default: return false
    }
  }

  /// Whether it takes several lines in any case.
  var hasHardLine: Bool {
    switch self {
    case .hardLine, .comment, .documentation: true
    case .concat(let parts): parts.contains { $0.hasHardLine }
    case .indent(let inner), .group(let inner), .hanging(_, let inner): inner.hasHardLine
    case .choice(let first, _): first.hasHardLine
    case .text, .quoted, .line, .ifBroken: false
    }
  }
}
