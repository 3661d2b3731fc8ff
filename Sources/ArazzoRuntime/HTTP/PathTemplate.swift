/// A path with places for values: `/things/{id}`.
struct PathTemplate: Sendable {
  /// The template as the document has it.
  let template: String
  private let pieces: [Piece]

  private enum Piece: Sendable {
    case literal(String)
    case value(String)
  }

  init(_ template: String) {
    self.template = template
    var pieces: [Piece] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.literal(String(rest[..<open])))
      pieces.append(.value(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
    self.pieces = pieces
  }

  /// The names of the values.
  var names: [String] {
    pieces.compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  /// The path with its values, which are encoded already; begins with a slash. `nil` where a segment would be `.` or
  /// `..`, which means another path.
  func filled(with values: [String: String]) -> String? {
    var path = template.hasPrefix("/") ? "" : "/"
    for piece in pieces {
      switch piece {
      case .literal(let text): path += PercentEncoding.literal(text)
      case .value(let name): path += values[name] ?? ""
      }
    }
    let segments = path.prefix { $0 != "?" }.split(separator: "/")
    let isClimbing = segments.contains {
      [".", ".."].contains($0.lowercased().replacing("%2e", with: "."))
    }
    return isClimbing ? nil : path
  }
}
