import ArazzoCompiler

/// Layout in, text out: chooses the line breaks.
struct LayoutRenderer {
  /// How long lines may get.
  static let width = 100

  private struct Item {
    var indent: Int
    var isFlat: Bool
    var layout: Layout
  }

  private var output: [UInt8] = []
  private var column = 0
  private var pending: [Item] = []
  /// What ``fits(_:)`` has yet to look at; kept, to need no memory each time.
  private var ahead: [Item] = []

  /// The text, without white space at the ends of its lines and without a break after the last.
  static func render(_ layout: Layout) -> String {
    var renderer = LayoutRenderer()
    renderer.pending = [Item(indent: 0, isFlat: false, layout: layout)]
    while let item = renderer.pending.popLast() { renderer.write(item) }
    renderer.endLine()
    return String(decoding: renderer.output, as: UTF8.self)
  }

  private mutating func write(_ item: Item) {
    switch item.layout {
    case .text(let text): put(text)
    case .quoted(let literal): putString(literal, item)
    case .comment(let prefix, let text):
      let width = Self.width - item.indent - prefix.count
      put(CommentText.wrapped(text, width: width).map { prefix + $0 }, item.indent)
    case .documentation(let text):
      put(CommentText.documentation(text, width: Self.width - item.indent), item.indent)
    case .line(let flat): if item.isFlat { put(flat) } else { newline(item.indent) }
    case .hardLine: newline(item.indent)
    case .ifBroken(let text): if !item.isFlat { put(text) }
    case .concat(let parts): for part in parts.reversed() { push(part, item) }
    case .indent(let inner): push(inner, item, by: 2)
    case .group(let inner):
      let flat = Item(indent: item.indent, isFlat: true, layout: inner)
      push(inner, item, isFlat: item.isFlat || fits(flat))
    case .choice(let first, let second):
      let isFirst = item.isFlat || fits(Item(indent: item.indent, isFlat: true, layout: first))
      push(isFirst ? first : second, item)
    case .hanging(let text, let inner):
      let beside = Layout.concat([.text(text), inner])
      let isBeside = item.isFlat || fits(Item(indent: item.indent, isFlat: false, layout: beside))
      push(isBeside ? beside : .indent([.hardLine, inner]), item)
    }
  }

  private mutating func push(
    _ layout: Layout, _ item: Item, by indent: Int = 0, isFlat: Bool? = nil
  ) {
    pending.append(
      Item(indent: item.indent + indent, isFlat: isFlat ?? item.isFlat, layout: layout))
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
    column += text.width
  }

  /// Lines that follow each other at the same indent.
  private mutating func put(_ lines: [String], _ indent: Int) {
    for (number, line) in lines.enumerated() {
      if number > 0 { newline(indent) }
      put(line)
    }
  }

  private mutating func newline(_ indent: Int) {
    endLine()
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    column = indent
  }

  /// Takes back the spaces that nothing followed: the indent of a blank line, for one.
  private mutating func endLine() {
    while output.last == UInt8(ascii: " ") { output.removeLast() }
  }

  private mutating func putString(_ literal: SwiftLiteral.Breakable, _ item: Item) {
    let flat = Item(indent: item.indent, isFlat: true, layout: .text(literal.line))
    guard !item.isFlat, !fits(flat) else { return put(literal.line) }
    put(literal.lines(width: Self.width - item.indent), item.indent)
  }

  /// Whether the item and what follows it fit on the line up to the next break.
  private mutating func fits(_ item: Item) -> Bool {
    var room = Self.width - column
    ahead.removeAll(keepingCapacity: true)
    ahead.append(item)
    // What is pending is looked at in its place: a copy of it for each group takes longer than all
    // the rest.
    var rest = pending.count
    while room >= 0 {
      if ahead.isEmpty {
        if rest == 0 { return true }
        rest -= 1
        ahead.append(pending[rest])
      }
      let item = ahead.removeLast()
      switch item.layout {
      case .text(let text): room -= text.width
      case .quoted(let literal): room -= literal.line.width
      case .comment, .documentation: return true
      case .line(let flat): if item.isFlat { room -= flat.width } else { return true }
      case .hardLine: return true
      case .ifBroken(let text): if !item.isFlat { room -= text.width }
      case .hanging(let text, let inner):
        guard item.isFlat else { return true }
        room -= text.width
        ahead.append(Item(indent: 0, isFlat: true, layout: inner))
      case .concat(let parts):
        for part in parts.reversed() {
          ahead.append(Item(indent: 0, isFlat: item.isFlat, layout: part))
        }
      case .indent(let inner), .group(let inner), .choice(let inner, _):
        ahead.append(Item(indent: 0, isFlat: item.isFlat, layout: inner))
      }
    }
    return false
  }
}
