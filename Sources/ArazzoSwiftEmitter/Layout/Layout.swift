/// Swift code whose line breaks are not chosen yet (after Wadler, "A prettier printer").
indirect enum Layout: Sendable {
  case text(String)
  /// A string literal of these pieces; where it does not fit on the line it becomes a
  /// multi-line one.
  case quoted([SwiftLiteral.Piece])
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

  /// A space or a break.
  static var line: Layout { .line(flat: " ") }
  /// Nothing or a break.
  static var softLine: Layout { .line(flat: "") }
  static var empty: Layout { .concat([]) }
  /// The end of a line and a blank one.
  static var blankLine: Layout { [.hardLine, .hardLine] }
  /// A string literal of this value.
  static func string(_ value: String) -> Layout { .quoted(SwiftLiteral.pieces(value)) }
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
    case .quoted(let pieces): SwiftLiteral.quoted(pieces)
    case .comment, .documentation, .hardLine, .ifBroken: ""
    case .concat(let parts): parts.map(\.flat).joined()
    case .indent(let inner), .group(let inner), .choice(let inner, _): inner.flat
    }
  }
}
