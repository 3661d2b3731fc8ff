/// A scalar as the source text writes it, with its quotes.
struct SourceScalar {
  enum Style { case plain, single, double, block }

  let style: Style
  let start: Location
  /// The place after its last character.
  let end: Location
  private let isInFlow: Bool

  /// Whether all of the scalar is the text that was looked for; else that text is a part of it.
  let isWhole: Bool

  /// - Returns: `nil` where no scalar with that text begins there.
  init?(_ text: String, at location: Location) {
    guard var cursor = SourceCursor(at: location), let first = cursor.next else { return nil }
    start = location
    switch first {
    case "'", "\"":
      guard let content = cursor.takeQuoted(first) else { return nil }
      style = first == "'" ? .single : .double
      isWhole = content.withoutSpace == text.withoutSpace
    case "|", ">":
      guard cursor.skipBlock() else { return nil }
      style = .block
      isWhole = first == "|" && text.contains("\n")
    default:
      guard cursor.skipPlain(text) else { return nil }
      style = .plain
      isWhole = true
    }
    end = cursor.location
    isInFlow = cursor.isInFlow
  }

  /// What changes where a text in the scalar becomes another.
  func edits(replacing text: String, with mended: String) -> [Fix.Edit] {
    guard isWhole else { return partEdits(replacing: text, with: mended) }
    guard style != .block else { return lineEdits(replacing: text, with: mended) }
    return [Fix.Edit(from: start, to: end, text: written(mended))]
  }

  /// Every occurrence of the text on one line of the scalar, where both are written as they are.
  private func partEdits(replacing text: String, with mended: String) -> [Fix.Edit] {
    let special = style == .block ? "\n" : "\n'\"\\"
    guard !text.isEmpty, !(text + mended).contains(where: { special.contains($0) }) else {
      return []
    }
    return (start.line...end.line).flatMap { number -> [Fix.Edit] in
      guard let line = start.source.line(number) else { return [] }
      return line.ranges(of: text).compactMap { range in
        let before = line[..<range.lowerBound].unicodeScalars.count
        let width = text.unicodeScalars.count
        guard number > start.line || before >= start.column,
          number < end.line || before + width < end.column
        else { return nil }
        return Fix.Edit(
          from: Location(start.source, line: number, column: before + 1),
          to: Location(start.source, line: number, column: before + width + 1), text: mended)
      }
    }
  }

  /// Another text in the style of this one, or quoted where that style can't hold it.
  func written(_ text: String) -> String {
    let hasControls = text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    if style == .double || hasControls || start.source.isJSON { return text.inDoubleQuotes }
    if style == .single { return text.inSingleQuotes }
    if text.isPlainScalar(inFlow: isInFlow) { return text }
    let needsEscape = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
    return text.contains("'") && !needsEscape ? text.inDoubleQuotes : text.inSingleQuotes
  }

  /// The lines of a literal block that change.
  private func lineEdits(replacing text: String, with mended: String) -> [Fix.Edit] {
    let old = text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = mended.split(separator: "\n", omittingEmptySubsequences: false)
    guard old.count == new.count else { return [] }
    var edits: [Fix.Edit] = []
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      let line = start.line + 1 + number
      guard let source = start.source.line(line), source.hasSuffix(pair.0) else { return [] }
      let column = source.unicodeScalars.count - pair.0.unicodeScalars.count + 1
      edits.append(
        Fix.Edit(
          from: Location(start.source, line: line, column: column),
          to: Location(start.source, line: line, column: source.unicodeScalars.count + 1),
          text: String(pair.1)))
    }
    return edits
  }
}

extension SourceCursor {
  /// Steps over a quoted scalar and gives what it holds, but for white space and escapes by number.
  fileprivate mutating func takeQuoted(_ quote: Unicode.Scalar) -> String? {
    var content = String.UnicodeScalarView()
    advance()
    while let scalar = next {
      advance()
      if scalar == "\\", quote == "\"" {
        if let escaped = next, !"ntr".unicodeScalars.contains(escaped) { content.append(escaped) }
        advance()
      } else if scalar == quote {
        guard quote == "'", next == "'" else { return String(content) }
        content.append(quote)
        advance()
      } else {
        content.append(scalar)
      }
    }
    return nil
  }

  /// Steps over a plain scalar of that text, which may be folded over several lines.
  fileprivate mutating func skipPlain(_ text: String) -> Bool {
    var wasSpace = false
    for scalar in text.unicodeScalars {
      if scalar.isYAMLSpace {
        if !wasSpace { skip(while: \.isYAMLSpace) }
      } else {
        guard next == scalar else { return false }
        advance()
      }
      wasSpace = scalar.isYAMLSpace
    }
    return true
  }

  /// Steps over a block scalar, up to the end of its last line that is not blank.
  fileprivate mutating func skipBlock() -> Bool {
    skip { $0 != "\n" && $0 != "\r" }
    var indentation: Int?
    var ahead = self
    while ahead.next != nil {
      ahead.skip { $0 == "\n" || $0 == "\r" }
      ahead.skip { $0 == " " }
      guard let scalar = ahead.next else { break }
      if scalar == "\n" || scalar == "\r" { continue }
      let depth = ahead.location.column - 1
      guard depth >= indentation ?? max(depth, 1) else { break }
      indentation = indentation ?? depth
      ahead.skip { $0 != "\n" && $0 != "\r" }
      self = ahead
    }
    return indentation != nil
  }
}

extension SourceText {
  /// Whether the text begins like JSON.
  package var isJSON: Bool {
    let first = text.unicodeScalars.first { !$0.isYAMLSpace && $0 != "\u{FEFF}" }
    return first == "{" || first == "["
  }
}

extension String {
  fileprivate var withoutSpace: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isYAMLSpace }))
  }

  fileprivate var inSingleQuotes: String { "'\(replacing("'", with: "''"))'" }

  fileprivate var inDoubleQuotes: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether YAML reads the text without quotes as this very string.
  fileprivate func isPlainScalar(inFlow: Bool) -> Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      !first.isYAMLSpace, !last.isYAMLSpace,
      !"-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first), last != ":",
      !contains(": "), !contains(" #")
    else { return false }
    if inFlow, unicodeScalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) {
      return false
    }
    var copy = self
    return copy.withUTF8 { YAMLScalar.resolve($0) == nil }
  }
}
