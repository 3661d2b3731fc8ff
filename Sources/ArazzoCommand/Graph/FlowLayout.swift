/// Computes the layout of a graph.
struct FlowLayout {
  static let margin = 24.0
  static let cardPadding = 12.0
  static let headHeight = 50.0
  static let lineHeight = 17.0
  static let rowPadding = 6.0
  static let gap = 34.0
  static let trackWidth = 16.0
  static let pillHeight = 24.0
  /// Longer conditions are broken into lines.
  static let charactersPerLine = 58

  let graph: FlowGraph
  var picture = FlowPicture()

  init(_ graph: FlowGraph) { self.graph = graph }

  static func picture(of graph: FlowGraph) -> FlowPicture {
    var layout = FlowLayout(graph)
    layout.place()
    return layout.picture
  }

  private mutating func place() {
    let rows = graph.steps.map { step in
      step.branches.filter(\.hasRow).map {
        RowText($0, isAlone: step.branches.count == 1)
      }
    }
    let left = Self.margin + Double(backTracks()) * Self.trackWidth + 12
    let width = cardWidth(rows)
    placeHeading(x: left)
    placeCards(rows, x: left, width: width)
    placeArrows(left: left, right: left + width)
  }

  private func cardWidth(_ rows: [[RowText]]) -> Double {
    let heads = graph.steps.flatMap { step in
      [
        FlowPicture.Label.Style.title.width(of: step.id),
        FlowPicture.Label.Style.code.width(of: Self.shortened(step.call)),
      ]
    }
    let widest = (heads + rows.joined().map(\.width)).max() ?? 0
    return max(220, (widest + 2 * Self.cardPadding).rounded(.up))
  }

  static func shortened(_ text: String) -> String {
    text.count <= 80 ? text : String(text.prefix(79)) + "…"
  }

  private mutating func placeHeading(x: Double) {
    picture.labels.append(
      FlowPicture.Label(
        text: Self.shortened(graph.workflow), style: .heading, x: x, y: Self.margin + 14))
  }

  private mutating func placeCards(_ rows: [[RowText]], x: Double, width: Double) {
    var y = Self.margin + 54
    for (step, rows) in zip(graph.steps, rows) {
      let card = card(rows, x: x, y: y, width: width)
      picture.cards.append(card)
      place(step.id, .title, x: x + Self.cardPadding, y: y + 21)
      place(Self.shortened(step.call), .code, x: x + Self.cardPadding, y: y + 39)
      for (row, text) in zip(card.rows, rows) { place(text, in: row.box) }
      y = card.box.bottom + Self.gap
    }
    picture.height = y - Self.gap + Self.margin
  }

  private func card(_ rows: [RowText], x: Double, y: Double, width: Double) -> FlowPicture.Card {
    var bottom = y + Self.headHeight
    var placed: [FlowPicture.Row] = []
    for row in rows {
      let box = FlowPicture.Box(x: x, y: bottom, width: width, height: row.height)
      placed.append(FlowPicture.Row(box: box, kind: row.kind))
      bottom = box.bottom
    }
    return FlowPicture.Card(
      box: FlowPicture.Box(x: x, y: y, width: width, height: bottom - y), rows: placed)
  }

  private mutating func place(_ text: RowText, in box: FlowPicture.Box) {
    for (number, line) in text.lines.enumerated() {
      let y = box.y + Self.rowPadding + 13 + Double(number) * Self.lineHeight
      place(line.text, line.style, x: box.x + Self.cardPadding, y: y)
    }
  }

  mutating func place(
    _ text: String, _ style: FlowPicture.Label.Style, x: Double, y: Double
  ) {
    picture.labels.append(FlowPicture.Label(text: text, style: style, x: x, y: y))
  }
}
