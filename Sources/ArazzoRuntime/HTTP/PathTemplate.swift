/// A path with places for values: `/things/{id}`, `/{+key}` where the value may hold slashes.
struct PathTemplate: Sendable {
  /// The template as the document has it.
  let template: String
  private let pieces: [Piece]

  private enum Piece: Sendable {
    case literal(String)
    case value(Placeholder)
  }

  private struct Placeholder: Sendable {
    var name: String
    /// Whether slashes stay as they are, `{+name}` (RFC 6570, section 3.2.3).
    var keepsSlashes: Bool
    /// Whether members are written as `name=value`, `{+name*}`.
    var isExploded: Bool

    init(_ text: Substring) {
      keepsSlashes = text.first == "+"
      isExploded = keepsSlashes && text.last == "*"
      name = String(text.dropFirst(keepsSlashes ? 1 : 0).dropLast(isExploded ? 1 : 0))
    }
  }

  init(_ template: String) {
    self.template = template
    var pieces: [Piece] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.literal(String(rest[..<open])))
      pieces.append(.value(Placeholder(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
    self.pieces = pieces
  }

  private var placeholders: [Placeholder] {
    pieces.compactMap { if case .value(let value) = $0 { value } else { nil } }
  }

  /// The names of the values.
  var names: [String] { placeholders.map(\.name) }

  /// How a value is written that may hold slashes; `nil` for any other.
  func writer(of name: String) -> ParameterWriter? {
    guard let place = placeholders.first(where: { $0.name == name }), place.keepsSlashes else {
      return nil
    }
    var writer = ParameterWriter(name, in: .path)
    writer.explode = place.isExploded
    writer.encode = { PercentEncoding.path($0) }
    return writer
  }

  /// The path with its values, which are encoded already; begins with a slash. `nil` where a segment would be `.` or
  /// `..`, which means another path.
  func filled(with values: [String: String]) -> String? {
    var path = template.hasPrefix("/") ? "" : "/"
    for piece in pieces {
      switch piece {
      case .literal(let text): path += PercentEncoding.literal(text)
      case .value(let value): path += values[value.name] ?? ""
      }
    }
    let segments = path.prefix { $0 != "?" }.split(separator: "/")
    let isClimbing = segments.contains {
      [".", ".."].contains($0.lowercased().replacing("%2e", with: "."))
    }
    return isClimbing ? nil : path
  }
}
