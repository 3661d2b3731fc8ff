import ArazzoDescriptions

/// `oneOf`, `anyOf` and lists of types: what can be told apart by its kind, a discriminator or the
/// members that it has.
extension ResponseTypes {
  private static let maximumAlternatives = 16

  /// A value of one of several kinds.
  func union(_ schema: Schema, _ kinds: Set<Schema.Kind>, _ place: Place) -> TypePlan {
    let order: [Schema.Kind] = [.string, .integer, .number, .boolean, .array, .object]
    let isWhole = !kinds.contains(.number)
    let choices = order.filter { kinds.contains($0) && ($0 != .integer || isWhole) }
      .map { kind in Choice(schema: schema, kind: kind, isNamed: false) }
    return union(schema, choices, place)
  }

  /// A value that keeps to one of several schemas.
  func union(_ schema: Schema, _ alternatives: [Schema], _ place: Place) -> TypePlan {
    guard alternatives.count <= Self.maximumAlternatives,
      let choices = Choice.marked(alternatives, schema.discriminator)
    else { return .json }
    return union(schema, choices, place)
  }

  private func union(_ schema: Schema, _ choices: [Choice], _ place: Place) -> TypePlan {
    if choices.count == 1, let only = choices.first { return type(only, place) }
    let type = declared(schema, .union, place) { id in
      .union(
        zip(choices, Choice.names(of: choices)).map { choice, name in
          AlternativePlan(
            name: name, type: self.type(choice, place.inside(id, name)),
            kind: choice.kind.jsonKind, mark: choice.mark)
        })
    }
    return type ?? .json
  }

  private func type(_ choice: Choice, _ place: Place) -> TypePlan {
    choice.isMerged ? choice.kind.plainType : type(choice.schema, choice.kind, place)
  }
}

/// An alternative of a union while it's compiled.
private struct Choice {
  let schema: Schema
  var kind: Schema.Kind
  var mark: AlternativePlan.Mark?
  /// Whether the alternative is called after its schema or its mark, and not after its kind.
  var isNamed = true
  /// Whether it merges several alternatives of its kind.
  var isMerged = false

  var name: String {
    guard isNamed else { return kind.rawValue }
    if case .member(_, let values)? = mark, let first = values.first, !first.isEmpty {
      return first
    }
    return schema.name ?? (kind == .object ? schema.title : nil) ?? owned ?? kind.rawValue
  }

  /// The member that no other alternative has.
  private var owned: String? {
    if case .presence(let member)? = mark, !member.isEmpty { member } else { nil }
  }

  /// A name for each: those that share one are numbered.
  static func names(of choices: [Choice]) -> [String] {
    var seen: Set<String> = []
    return choices.map { choice in
      var (name, number) = (choice.name, 1)
      while !seen.insert(name).inserted {
        number += 1
        name = "\(choice.name)\(number)"
      }
      return name
    }
  }

  /// The alternatives with their discriminating values; `nil` if there are none.
  static func marked(
    _ alternatives: [Schema], _ discriminator: (property: String, schemas: [String: String])?
  ) -> [Choice]? {
    var choices: [Choice] = []
    for schema in alternatives {
      guard let kind = schema.onlyKind else { return nil }
      choices.append(Choice(schema: schema, kind: kind))
    }
    let objects = choices.filter { $0.kind == .object }.map(\.schema)
    let others = merged(choices.filter { $0.kind != .object })
    guard others.count(where: { $0.kind == .array }) < 2 else { return nil }
    if objects.count < 2 { return others + choices.filter { $0.kind == .object } }
    let marks =
      discriminator.flatMap { values(of: $0, objects) } ?? values(in: objects)
      ?? presence(in: objects)
    guard let marks else { return nil }
    let marked = zip(objects, marks).map { Choice(schema: $0, kind: .object, mark: $1) }
    return others + marked.filter { $0.mark != nil } + marked.filter { $0.mark == nil }
  }

  /// Several texts are a text, several numbers a number.
  private static func merged(_ choices: [Choice]) -> [Choice] {
    var result: [Choice] = []
    for choice in choices {
      let isSame = { (other: Choice) in
        other.kind != .array && other.kind.jsonKind == choice.kind.jsonKind
      }
      guard let index = result.firstIndex(where: isSame) else {
        result.append(choice)
        continue
      }
      result[index].isMerged = true
      result[index].isNamed = false
      if choice.kind == .number { result[index].kind = .number }
    }
    return result
  }

  /// The values of a `discriminator`: the names in its mapping, else those of the schemas.
  private static func values(
    of discriminator: (property: String, schemas: [String: String]), _ objects: [Schema]
  ) -> [AlternativePlan.Mark?]? {
    let names = objects.compactMap(\.name)
    guard names.count == objects.count, Set(names).count == names.count else { return nil }
    let pairs = discriminator.schemas.map { value, schema in
      (value: value, name: schema.split(separator: "/").last.map(String.init) ?? schema)
    }
    return names.map { name in
      let mapped = pairs.filter { $0.name == name }.map(\.value).sorted()
      return .member(discriminator.property, values: mapped.isEmpty ? [name] : mapped)
    }
  }

  /// A member that every one of the objects declares with values of its own.
  private static func values(in objects: [Schema]) -> [AlternativePlan.Mark?]? {
    for name in objects.first?.propertyNames ?? [] {
      let values = objects.map { object in object.property(name)?.schema.fixedTexts ?? [] }
      let all = values.flatMap(\.self)
      guard !values.contains([]), Set(all).count == all.count else { continue }
      return values.map { .member(name, values: $0) }
    }
    return nil
  }

  /// A member that one of the objects requires and no other has; one of them may have none.
  private static func presence(in objects: [Schema]) -> [AlternativePlan.Mark?]? {
    let declared = objects.map { Set($0.propertyNames) }
    let marks = objects.indices.map { index -> AlternativePlan.Mark? in
      let others = declared.indices.filter { $0 != index }
        .reduce(into: Set<String>()) { $0.formUnion(declared[$1]) }
      let own = objects[index].properties.first {
        $0.isRequired && !$0.schema.admitsNull && !others.contains($0.name.value)
      }
      return own.map { .presence(of: $0.name.value) }
    }
    return marks.count { $0 == nil } < 2 ? marks : nil
  }
}

extension Schema {
  /// The only kind that the schema allows; `nil` if there are several, or nested alternatives.
  fileprivate var onlyKind: Kind? {
    guard alternatives.isEmpty || !propertyNames.isEmpty else { return nil }
    let kinds = kinds
    if kinds == [.integer, .number] { return .number }
    return kinds.count == 1 ? kinds.first : nil
  }

  /// The texts that a value can be: few, and nothing else.
  fileprivate var fixedTexts: [String]? {
    if let text = constant?.string { return [text] }
    guard let values = enumValues, values.count <= 16 else { return nil }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}

extension Schema.Kind {
  fileprivate var jsonKind: AlternativePlan.Kind {
    switch self {
    case .string: .string
    case .integer, .number: .number
    case .boolean: .boolean
    case .array: .array
    case .object: .object
    }
  }

  fileprivate var plainType: TypePlan {
    switch self {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .array: .array(.json)
    case .object: .json
    }
  }
}
