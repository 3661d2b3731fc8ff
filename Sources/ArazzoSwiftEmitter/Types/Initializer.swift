/// A memberwise initialiser.
struct Initializer {
  struct Parameter {
    var name: String
    var type: String
    /// What stands for the parameter where it is left out.
    var value: Layout?
  }

  let parameters: [Parameter]

  func layout(access: String, summary: String) -> Layout {
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
    return .lines([.text("/// " + summary), body])
  }
}

/// The enum that maps properties to names on the wire.
struct CodingKeys {
  let pairs: [(property: String, wire: String)]

  /// - Parameter isForced: Whether it is needed though every name is the same.
  func layout(isForced: Bool) -> Layout? {
    guard !pairs.isEmpty, isForced || pairs.contains(where: { $0.property != $0.wire }) else {
      return nil
    }
    let cases = pairs.map { pair -> Layout in
      let name = Layout.text("case " + ReservedNames.declared(pair.property))
      return pair.property == pair.wire
        ? name : [name, " = ", .text(SwiftLiteral.string(pair.wire))]
    }
    return .block("private enum CodingKeys: String, CodingKey {", cases)
  }
}
