import ArazzoDocuments

/// Writes a picture as SVG 1.1, with shapes and text only.
struct SVGWriter {
  let picture: FlowPicture
  let title: String

  var text: String {
    let (width, height) = (number(picture.width), number(picture.height))
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img">
      <title>\(escaped(title))</title>
      <defs>
      \(marker("arrow", color(.otherwise)))
      \(marker("failure", color(.failure)))
      </defs>
      <rect width="\(width)" height="\(height)" rx="10" fill="#ffffff"/>
      """
    let parts =
      picture.lines.map(line) + entry + picture.cards.flatMap(card) + picture.pills.map(pill)
      + picture.labels.map(label)
    return ([head] + parts + ["</svg>", ""]).joined(separator: "\n")
  }

  private func marker(_ id: String, _ color: String) -> String {
    """
    <marker id="\(id)" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" \
    orient="auto-start-reverse"><path d="M0 0.5 L8 4 L0 7.5 z" fill="\(color)"/></marker>
    """
  }

  private func line(_ line: FlowPicture.Line) -> String {
    let points = line.points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let isFailure = line.kind == .failure
    return """
      <polyline points="\(points)" fill="none" stroke="\(color(line.kind))" stroke-width="1.5"\
      \(isFailure ? " stroke-dasharray=\"5 3\"" : "") stroke-linejoin="round" \
      marker-end="url(#\(isFailure ? "failure" : "arrow"))"/>
      """
  }

  private var entry: [String] {
    guard let first = picture.cards.first?.box else { return [] }
    return [
      """
      <circle cx="\(number(first.center))" cy="\(number(first.y - 24))" r="5" \
      fill="\(color(.otherwise))"/>
      """
    ]
  }

  private func card(_ card: FlowPicture.Card) -> [String] {
    let box = rectangle(card.box, radius: 8, fill: "#f6f8fa", stroke: "#57606a")
    let lines = card.rows.map { row in
      """
      <line x1="\(number(row.box.x))" y1="\(number(row.box.y))" x2="\(number(row.box.right))" \
      y2="\(number(row.box.y))" stroke="#d0d7de"/>
      """
    }
    return [box] + lines
  }

  private func pill(_ pill: FlowPicture.Pill) -> String {
    let (fill, stroke) =
      switch pill.kind {
      case .completed: ("#f6f8fa", "#57606a")
      case .success: ("#ddf4ff", "#0969da")
      case .failure: ("#ffebe9", "#cf222e")
      case .continued: ("#fbefff", "#8250df")
      }
    return rectangle(pill.box, radius: FlowLayout.pillHeight / 2, fill: fill, stroke: stroke)
  }

  private func rectangle(
    _ box: FlowPicture.Box, radius: Double, fill: String, stroke: String
  ) -> String {
    """
    <rect x="\(number(box.x))" y="\(number(box.y))" width="\(number(box.width))" \
    height="\(number(box.height))" rx="\(number(radius))" fill="\(fill)" stroke="\(stroke)"/>
    """
  }

  private func label(_ label: FlowPicture.Label) -> String {
    let (weight, color) =
      switch label.style {
      case .heading, .title: ("600", "#1f2328")
      case .name, .ending: ("500", "#1f2328")
      case .failure: ("500", "#cf222e")
      case .code: ("400", "#424a53")
      case .wait: ("400", "#0550ae")
      }
    let family =
      label.style.isFixedPitch
      ? "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
      : "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"
    let isCentered = label.style == .ending
    return """
      <text x="\(number(isCentered ? label.box.center : label.x))" y="\(number(label.y))" font-family="\(family)"\(isCentered ? " text-anchor=\"middle\"" : "") \
      font-size="\(number(label.style.size))" font-weight="\(weight)" \
      fill="\(color)">\(escaped(label.text))</text>
      """
  }

  private func color(_ kind: FlowGraph.Branch.Kind) -> String {
    kind == .failure ? "#cf222e" : "#57606a"
  }

  private func number(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded.shortened
  }

  /// Text as XML, without the characters that XML has no place for.
  private func escaped(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default:
        scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? " " : nil
      }
    }
  }
}
