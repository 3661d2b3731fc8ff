import ArazzoCompiler

/// What the types of response values and their members are called.
struct DeclarationNames {
  /// The names from the outermost declared type down.
  private var paths: [DeclarationID: [String]] = [:]
  private var members: [DeclarationID: [String: String]] = [:]
  private var plans: [DeclarationID: DeclarationPlan] = [:]
  /// The name that was chosen for a member.
  private var chosen: (String) -> String? = { _ in nil }

  /// - Parameters:
  ///   - outside: The names of the types that the declarations stand beside or inside.
  ///   - choices: What the members of objects are to be called.
  init(_ plan: DocumentPlan, outside: Set<String>, choices: NameChoices) {
    plans = Dictionary(plan.types.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let children = Dictionary(grouping: plan.types, by: \.parent)
    let roots = Dictionary(grouping: children[nil] ?? [], by: \.workflow)
    let shared = roots[nil] ?? []
    chosen = { choices.fields[$0] }
    let names = SchemaNames(shared).names
    add(shared, names, path: [], children, Set(names))
    for workflow in plan.workflows {
      chosen = { choices.field($0, of: workflow.name) }
      let own = roots[workflow.id] ?? []
      let outer = NameScope.resolve(
        own.map { Self.typeName($0.name, hiding: outside) }, taken: outside)
      add(own, outer, path: [], children, outside.union(outer))
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

  /// - Parameter isInner: Whether it stands in another type of responses, where few names are needed.
  private static func typeName(
    _ name: String, hiding hidden: Set<String>, isInner: Bool = false
  ) -> String {
    let name = SwiftName.upper(name)
    // `ExpressibleByDictionaryLiteral` looks for these inside a type.
    if isInner, ["Key", "Value"].contains(name) { return name + "Member" }
    let reserved = isInner ? ReservedNames.declarations : ReservedNames.types
    let isTaken = hidden.contains(name) || reserved.contains(name)
    return isTaken ? name + "Value" : name
  }

  private func memberName(_ name: String) -> String {
    let name = chosen(name) ?? SwiftName.lower(name)
    return name == "json" ? "jsonText" : ReservedNames.member(name)
  }

  /// The types that stand in the type of a workflow, outer ones first.
  func types(of workflow: String) -> [DeclarationPlan] {
    plans.values.filter { $0.workflow == workflow }.sorted { $0.id.number < $1.id.number }
  }

  func plan(of id: DeclarationID) -> DeclarationPlan? { plans[id] }

  func path(of id: DeclarationID) -> [String] { paths[id] ?? ["JSONValue"] }

  /// The property of a member, or the case of a value or an alternative.
  func member(_ name: String, of id: DeclarationID) -> String {
    members[id]?[name] ?? SwiftName.lower(name)
  }
}

/// What the types of an API's schemas are called beside each other: after the last part of a dotted
/// name, and after more of it, and their file, where that is the name of several.
private struct SchemaNames {
  let names: [String]

  init(_ types: [DeclarationPlan]) {
    names = NameScope.resolve(shortestOf: types.map(Self.candidates))
  }

  /// From the shortest to the longest.
  private static func candidates(_ type: DeclarationPlan) -> [String] {
    let parts = type.name.split(separator: ".").map(String.init)
    let suffixes = (1...max(parts.count, 1)).map { parts.suffix($0).joined(separator: ".") }
    let file = type.file.split(separator: ".").first.map(String.init) ?? ""
    return (suffixes + ["\(file).\(type.name)"]).map { text in
      let name = SwiftName.upper(text)
      return ReservedNames.declarations.contains(name) ? name + "Value" : name
    }
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
