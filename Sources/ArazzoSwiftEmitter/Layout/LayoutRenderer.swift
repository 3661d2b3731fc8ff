/// Layout in, text out: chooses the line breaks.
struct LayoutRenderer {
  /// How long lines may get; less where everything is indented afterwards.
  @TaskLocal static var width = 100

  private struct Item {
    var indent: Int
    var isFlat: Bool
    var layout: Layout
  }

  private var output = ""
  private var column = 0
  private var pending: [Item] = []

  /// - Parameter indent: The column at which each line starts, the first one too.
  static func render(_ layout: Layout, indent: Int = 0) -> String {
    var renderer = LayoutRenderer()
    renderer.pending = [Item(indent: indent, isFlat: false, layout: layout)]
    renderer.newline(indent, first: true)
    while let item = renderer.pending.popLast() { renderer.write(item) }
    return renderer.output
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmedAtEnd }.joined(separator: "\n")
  }

  /// The lines of ``render(_:indent:)``.
  static func lines(_ layout: Layout, indent: Int = 0) -> [String] {
    render(layout, indent: indent)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines without the indent of the place where they will stand.
  static func relativeLines(_ layout: Layout, at indent: Int) -> [String] {
    lines(layout, indent: indent).map { String($0.dropFirst(indent)) }
  }

  private mutating func write(_ item: Item) {
    switch item.layout {
    case .text(let text): put(text)
    case .quoted(let pieces): putString(pieces, item)
    case .comment(let prefix, let text): putComment(prefix, text, item.indent)
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
    }
  }

  private mutating func push(
    _ layout: Layout, _ item: Item, by indent: Int = 0, isFlat: Bool? = nil
  ) {
    pending.append(
      Item(indent: item.indent + indent, isFlat: isFlat ?? item.isFlat, layout: layout))
  }

  private mutating func put(_ text: String) {
    output += text
    column += text.count
  }

  private mutating func newline(_ indent: Int, first: Bool = false) {
    output += (first ? "" : "\n") + String(repeating: " ", count: indent)
    column = indent
  }

  private mutating func putString(_ pieces: [String], _ item: Item) {
    let literal = SwiftLiteral.quoted(pieces)
    let flat = Item(indent: item.indent, isFlat: true, layout: .text(literal))
    guard !item.isFlat, !fits(flat) else { return put(literal) }
    let lines = SwiftLiteral.multiline(pieces, width: Self.width - item.indent)
    for (number, line) in lines.enumerated() {
      if number > 0 { newline(item.indent) }
      put(line)
    }
  }

  private mutating func putComment(_ prefix: String, _ text: String, _ indent: Int) {
    let lines = CommentText.wrapped(text, width: Self.width - indent - prefix.count)
    for (number, line) in lines.enumerated() {
      if number > 0 { newline(indent) }
      put(prefix + line)
    }
  }

  /// Whether the item and what follows it fit on the line up to the next break.
  private func fits(_ item: Item) -> Bool {
    var room = Self.width - column
    var next = [item]
    var rest = pending[...]
    while room >= 0 {
      guard let item = next.popLast() ?? rest.popLast() else { return true }
      switch item.layout {
      case .text(let text): room -= text.count
      case .quoted(let pieces): room -= SwiftLiteral.quoted(pieces).count
      case .comment: return true
      case .line(let flat): if item.isFlat { room -= flat.count } else { return true }
      case .hardLine: return true
      case .ifBroken(let text): if !item.isFlat { room -= text.count }
      case .concat(let parts):
        for part in parts.reversed() {
          next.append(Item(indent: 0, isFlat: item.isFlat, layout: part))
        }
      case .indent(let inner), .group(let inner), .choice(let inner, _):
        next.append(Item(indent: 0, isFlat: item.isFlat, layout: inner))
      }
    }
    return false
  }
}

extension StringProtocol {
  var trimmedAtEnd: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
