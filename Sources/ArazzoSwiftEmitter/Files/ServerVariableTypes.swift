import ArazzoCompiler

/// The enums of the server variables that have a set of values; variables of one name and the same
/// values share one.
struct ServerVariableTypes {
  private struct Key: Hashable {
    let name: String
    let values: [String]

    init(_ variable: ServerVariablePlan) { (name, values) = (variable.name, variable.values) }
  }

  private var order: [ServerVariablePlan] = []
  private var names: [Key: String] = [:]
  private var cases: [Key: [String]] = [:]

  /// - Parameter others: The names of the type that they stand in and of its members.
  init(_ choices: [ServerChoicePlan], beside others: Set<String>) {
    var seen: Set<Key> = []
    for variable in choices.flatMap(\.variables)
    where !variable.values.isEmpty && seen.insert(Key(variable)).inserted {
      order.append(variable)
    }
    let bases = order.map { variable in
      let name = SwiftName.upper(variable.name)
      return ReservedNames.types.union(others).contains(name) ? name + "Value" : name
    }
    for (variable, name) in zip(order, NameScope.resolve(bases, taken: others)) {
      names[Key(variable)] = name
      cases[Key(variable)] = NameScope.resolve(
        variable.values.map { ReservedNames.member(SwiftName.lower($0)) })
    }
  }

  /// The type of a variable; `nil` where any text is a value.
  func name(_ variable: ServerVariablePlan) -> String? { names[Key(variable)] }

  /// The case of the default value.
  func value(_ variable: ServerVariablePlan) -> String? {
    variable.values.firstIndex(of: variable.defaultValue).flatMap { cases[Key(variable)]?[$0] }
  }

  var contexts: [[String: Any]] {
    order.map { variable in
      let key = Key(variable)
      let cases = zip(variable.values, cases[key] ?? []).map { value, name -> [String: Any] in
        [
          "name": ReservedNames.declared(name),
          "raw": name == value ? [] : [SwiftLiteral.string(value)],
        ]
      }
      let text = "The values of the variable `\(CommentText.oneLine(variable.name))`."
      return [
        "documentation": Layout.documentation(text),
        "name": names[key] ?? "", "values": cases,
      ]
    }
  }
}
