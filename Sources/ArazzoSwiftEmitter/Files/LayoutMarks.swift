/// Layouts on their way through a template: Mustache knows only text, so a mark stands for each.
///
/// The signs around a mark are control characters, which ``SwiftLiteral`` and ``CommentText`` never
/// write.
struct LayoutMarks {
  private static let start: Unicode.Scalar = "\u{2}"
  private static let end: Unicode.Scalar = "\u{3}"

  private var layouts: [Layout] = []

  /// The value with marks in the place of the layouts in it.
  mutating func marked(_ value: Any) -> Any {
    switch value {
    case let layout as Layout:
      layouts.append(layout)
      return "\(Self.start)\(layouts.count - 1)\(Self.end)"
    case let members as [String: Any]: return members.mapValues { marked($0) }
    case let values as [Any]: return values.map { marked($0) }
    default: return value
    }
  }

  /// What Mustache wrote, with the layouts in the places of their marks.
  func layout(_ text: String) -> Layout {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return .concat(
      lines.enumerated().map { number, line in
        let start: Layout = number == 0 ? .empty : .hardLine
        let spaces = line.prefix { $0 == " " }.count
        let odd = String(repeating: " ", count: spaces % 2)
        let content = self.line(line.unicodeScalars.dropFirst(spaces))
        return (0..<spaces / 2).reduce([start, .text(odd), content]) { line, _ in .indent(line) }
      })
  }

  /// One line, which breaks at the breaks of its layouts where it is too long.
  private func line(_ line: Substring.UnicodeScalarView) -> Layout {
    var parts: [Layout] = []
    for piece in line.split(separator: Self.start, omittingEmptySubsequences: false) {
      let ends = piece.firstIndex(of: Self.end)
      if let ends, let number = Int(String(piece[..<ends])), layouts.indices.contains(number) {
        parts += [layouts[number], .text(String(piece[piece.index(after: ends)...]))]
      } else {
        parts.append(.text(String(piece)))
      }
    }
    let layout = Layout.concat(parts)
    return layout.hasHardLine ? layout : .group(layout)
  }
}
