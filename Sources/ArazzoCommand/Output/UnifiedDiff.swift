/// The difference between two texts, as a unified diff with three lines of context.
struct UnifiedDiff {
  private struct Line {
    let mark: Character
    let text: Substring
    /// The numbers of the lines before it in both texts.
    let old: Int
    let new: Int
  }

  private static let context = 3
  private let lines: [Line]

  init(from old: String, to new: String) {
    let (old, new) = (Self.lines(of: old), Self.lines(of: new))
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i) {
        lines.append(Line(mark: "-", text: old[i], old: i, new: j))
        i += 1
      } else if added.contains(j) {
        lines.append(Line(mark: "+", text: new[j], old: i, new: j))
        j += 1
      } else {
        lines.append(Line(mark: " ", text: old[i], old: i, new: j))
        (i, j) = (i + 1, j + 1)
      }
    }
    self.lines = lines
  }

  var text: String {
    hunks.map { hunk in
      let lines = self.lines[hunk]
      guard let first = lines.first else { return "" }
      let old = lines.count { $0.mark != "+" }
      let new = lines.count { $0.mark != "-" }
      return "@@ -\(Self.range(first.old, old)) +\(Self.range(first.new, new)) @@\n"
        + lines.map { "\($0.mark)\($0.text)\($0.text.last?.isNewline == true ? "" : Self.unended)" }
        .joined()
    }.joined()
  }

  /// What follows a last line that no line break ends.
  private static let unended = "\n\\ No newline at end of file\n"

  /// The lines with what ends them: a text that ends with a line break has no empty line after it.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(where: { $0 == "\n" || $0 == "\r\n" }) {
      lines.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  /// Where a hunk is in one of the texts; where it has no line there, the line that it comes after.
  private static func range(_ before: Int, _ count: Int) -> String {
    "\(count == 0 ? before : before + 1),\(count)"
  }

  /// The lines that differ with their context, joined where they touch.
  private var hunks: [Range<Int>] {
    lines.indices.filter { lines[$0].mark != " " }.reduce(into: []) { hunks, index in
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
  }
}
