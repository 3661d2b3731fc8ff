import ArazzoCompiler

/// What the types of response values and their members are called.
struct DeclarationNames {
  /// The names from the workflow's type down, without it.
  private var paths: [DeclarationID: [String]] = [:]
  private var members: [DeclarationID: [String: String]] = [:]
  /// The name that was chosen for a member.
  private var chosen: (String) -> String? = { _ in nil }

  /// - Parameters:
  ///   - taken: The names of the workflows' types.
  ///   - choices: What the members of objects are to be called.
  init(_ plan: DocumentPlan, taken: Set<String>, choices: NameChoices) {
    for workflow in plan.workflows {
      chosen = { choices.field($0, of: workflow.name) }
      let children = Dictionary(grouping: workflow.types, by: \.parent)
      let outer = NameScope.resolve(
        (children[nil] ?? []).map { Self.typeName($0.name, hiding: taken) }, taken: taken)
      let hidden = taken.union(outer)
      add(children[nil] ?? [], outer, path: [], children, hidden)
    }
  }

  /// - Parameter hidden: Names that a type inside another must not have, for it would hide them.
  private mutating func add(
    _ declarations: [DeclarationPlan], _ names: [String], path: [String],
    _ children: [DeclarationID?: [DeclarationPlan]], _ hidden: Set<String>
  ) {
    for (declaration, name) in zip(declarations, names) {
      let own = path + [name]
      paths[declaration.id] = own
      addMembers(of: declaration)
      let inner = children[declaration.id] ?? []
      guard !inner.isEmpty, own.count < 16 else { continue }
      // A script without case has one name for a type and for a member.
      let hidden = hidden.union([name]).union((members[declaration.id] ?? [:]).values)
      let innerNames = NameScope.resolve(
        inner.map { Self.typeName($0.name, hiding: hidden, isInner: true) }, taken: hidden)
      add(inner, innerNames, path: own, children, hidden)
    }
  }

  private mutating func addMembers(of declaration: DeclarationPlan) {
    let (wire, names): ([String], [String]) =
      switch declaration.form {
      case .object(let members):
        (members.map(\.name), NameScope.resolve(members.map { memberName($0.name) }))
      case .openEnumeration(let values): (values, SwiftName.cases(values, taken: ["unknown"]))
      case .union(let alternatives):
        (
          alternatives.map(\.name),
          SwiftName.cases(alternatives.map(\.name), taken: ["other"])
        )
      }
    members[declaration.id] = Dictionary(
      zip(wire, names), uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter isInner: Whether it stands in another type, where it may be called `State`.
  private static func typeName(
    _ name: String, hiding hidden: Set<String>, isInner: Bool = false
  ) -> String {
    let name = SwiftName.upper(name)
    let isFree = isInner && ["Inputs", "Outcome", "Outputs", "State"].contains(name)
    // `ExpressibleByDictionaryLiteral` looks for these inside a type.
    if isInner, ["Key", "Value"].contains(name) { return name + "Member" }
    let isTaken = hidden.contains(name) || (ReservedNames.types.contains(name) && !isFree)
    return isTaken ? name + "Value" : name
  }

  private func memberName(_ name: String) -> String {
    let name = chosen(name) ?? SwiftName.lower(name)
    return name == "json" ? "jsonText" : ReservedNames.member(name)
  }

  func path(of id: DeclarationID) -> [String] { paths[id] ?? ["JSONValue"] }

  /// The property of a member, or the case of a value or an alternative.
  func member(_ name: String, of id: DeclarationID) -> String {
    members[id]?[name] ?? SwiftName.lower(name)
  }
}

extension SwiftName {
  /// The cases of an enum, one for each of these texts.
  static func cases(_ texts: [String], taken: Set<String> = []) -> [String] {
    let plain = texts.map { lower($0) }
    let counts = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
    let bases = zip(texts, plain).map { text, plain in
      let isShared = counts[plain, default: 1] > 1
      let name = ReservedNames.member(isShared ? signed(text) : plain)
      return name == "none" || name == "some" || taken.contains(name) ? name + "Value" : name
    }
    return NameScope.resolve(bases, taken: taken)
  }
}
