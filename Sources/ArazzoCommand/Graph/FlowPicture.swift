/// The layout of a graph in pixels.
///
/// The steps stand one below the other. Each holds a row for each way on, so that conditions have
/// room of their own; lines run beside the steps: on the right to endings and to later steps, on
/// the left back to earlier ones, each in a track of its own where they pass each other.
struct FlowPicture {
  struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  struct Label {
    enum Style { case heading, title, name, failure, code, wait, ending }
    let text: String
    let style: Style
    /// The left end of the base line.
    let x: Double
    let y: Double
  }

  struct Row {
    let box: Box
    let kind: FlowGraph.Branch.Kind
  }

  struct Card {
    let box: Box
    let rows: [Row]
  }

  struct Pill {
    let box: Box
    let kind: FlowGraph.Ending.Kind
  }

  /// A line with an arrow head at its end.
  struct Line {
    let points: [(x: Double, y: Double)]
    let kind: FlowGraph.Branch.Kind
  }

  var width = 0.0
  var height = 0.0
  var cards: [Card] = []
  var pills: [Pill] = []
  var lines: [Line] = []
  var labels: [Label] = []
}

extension FlowPicture.Box {
  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Double { y + height / 2 }
  var center: Double { x + width / 2 }
}

extension FlowPicture.Label.Style {
  /// In pixels.
  var size: Double {
    switch self {
    case .heading: 16
    case .title: 14
    case .name, .failure, .ending: 13
    case .code, .wait: 12
    }
  }

  var isFixedPitch: Bool { self == .code }

  /// How wide a text becomes at most: an advance that no usual font of the kind exceeds.
  func width(of text: String) -> Double {
    let wide = text.unicodeScalars.count { $0.value > 0x2E7F }
    let units = Double(text.unicodeScalars.count + wide)
    return units * size * (isFixedPitch ? 0.605 : self == .wait ? 0.56 : 0.61)
  }
}

extension FlowPicture.Label {
  /// What it covers.
  var box: FlowPicture.Box {
    FlowPicture.Box(
      x: x, y: y - style.size * 0.8, width: style.width(of: text), height: style.size)
  }
}
