/// A memberwise initialiser.
struct Initializer {
  struct Parameter {
    var name: String
    var type: String
    /// What stands for the parameter where it is left out.
    var value: Layout?
  }

  let parameters: [Parameter]

  /// - Parameter indent: Where the lines will stand.
  func lines(access: String, indent: Int, summary: String) -> [String] {
    let list = parameters.map { parameter -> Layout in
      let head = Layout.text("\(ReservedNames.declared(parameter.name)): \(parameter.type)")
      return parameter.value.map { [head, " = ", $0] } ?? head
    }
    let head: Layout =
      list.isEmpty
      ? .text("\(access)init() {}")
      : .group([
        .text(access + "init("), .indent([.softLine, .joined(list, by: [",", .line])]), .softLine,
        ") {",
      ])
    let assignments = parameters.map { parameter -> Layout in
      .text("self.\(parameter.name) = \(ReservedNames.declared(parameter.name))")
    }
    let body: Layout = list.isEmpty ? head : .block(head, assignments)
    return LayoutRenderer.relativeLines(.lines([.text("/// " + summary), body]), at: indent)
  }
}

/// The enum that maps properties to names on the wire.
struct CodingKeys {
  let pairs: [(property: String, wire: String)]

  /// - Parameter isForced: Whether it is needed though every name is the same.
  func lines(indent: Int, isForced: Bool) -> [String] {
    guard !pairs.isEmpty, isForced || pairs.contains(where: { $0.property != $0.wire }) else {
      return []
    }
    let cases = pairs.map { pair -> Layout in
      let name = Layout.text("case " + ReservedNames.declared(pair.property))
      return pair.property == pair.wire
        ? name : [name, " = ", .text(SwiftLiteral.string(pair.wire))]
    }
    let layout = Layout.block("private enum CodingKeys: String, CodingKey {", cases)
    return LayoutRenderer.relativeLines(layout, at: indent)
  }
}
