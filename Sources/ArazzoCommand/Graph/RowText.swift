/// The text in the row of a branch.
struct RowText {
  let kind: FlowGraph.Branch.Kind
  let lines: [(text: String, style: FlowPicture.Label.Style)]

  /// - Parameter isAlone: Whether the step has no other way on.
  init(_ branch: FlowGraph.Branch, isAlone: Bool) {
    kind = branch.kind
    let isFailure = branch.kind == .failure
    let name = branch.name ?? (isAlone ? "then" : "otherwise")
    var lines: [(text: String, style: FlowPicture.Label.Style)] = [
      (
        FlowLayout.shortened(isFailure ? "on failure: \(name)" : name),
        isFailure ? .failure : .name
      )
    ]
    lines += Self.wrapped(branch.condition).map { ($0, .code) }
    if let wait = branch.wait { lines.append((FlowLayout.shortened("↻ " + wait), .wait)) }
    self.lines = lines
  }

  var width: Double { lines.map { $0.style.width(of: $0.text) }.max() ?? 0 }

  var height: Double {
    Double(lines.count) * FlowLayout.lineHeight + 2 * FlowLayout.rowPadding
  }

  /// At most four lines, broken at spaces where there are some.
  private static func wrapped(_ text: String) -> [String] {
    let limit = FlowLayout.charactersPerLine
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard lines.count < 4 else {
        lines[3] = lines[3].prefix(limit - 1) + "…"
        break
      }
      var line = rest.prefix(limit)
      if line.endIndex < rest.endIndex, let space = line.lastIndex(of: " ") {
        line = rest[...space]
      }
      rest = rest[line.endIndex...]
      let trimmed = line.split(separator: " ", omittingEmptySubsequences: false)
        .joined(separator: " ")
      lines.append(trimmed.hasSuffix(" ") ? String(trimmed.dropLast()) : trimmed)
    }
    return lines
  }
}
