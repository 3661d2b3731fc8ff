import ArazzoCompiler

/// What the inputs of a workflow and the types inside them are called.
struct InputNames {
  /// The field names of each structure by the place where it stands, then by the name on the wire.
  private var fields: [[String]: [String: String]] = [:]
  private var fieldPlans: [[String]: [String: FieldPlan]] = [:]
  private var types: [[String]: [String]] = [:]
  private var enumCases: [[String]: [String: String]] = [:]
  /// The types outside the workflow that a type inside must not hide.
  private let outerTypes: Set<String>
  /// The name that was chosen for a field.
  private let chosen: (String) -> String?

  init(
    _ inputs: StructPlan, outerTypes: Set<String>,
    chosen: @escaping (String) -> String? = { _ in nil }
  ) {
    self.outerTypes = outerTypes
    self.chosen = chosen
    types[inputs.path] = ["Inputs"]
    add(inputs, qualified: ["Inputs"])
  }

  private mutating func add(_ structure: StructPlan, qualified: [String]) {
    let wire = structure.fields.map(\.name)
    let names = NameScope.resolve(
      wire.map { ReservedNames.member(chosen($0) ?? SwiftName.lower($0)) })
    fields[structure.path] = Dictionary(
      zip(wire, names), uniquingKeysWith: { first, _ in first })
    fieldPlans[structure.path] = Dictionary(
      structure.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let nested = structure.fields.compactMap(\.type.nominal)
    // A script without case has one name for the type and for the field.
    let bases = nested.map { type -> String in
      let name = typeName(type.path, inside: structure.path)
      return names.contains(name) ? name + "Value" : name
    }
    let typeNames = NameScope.resolve(bases, taken: outerTypes.union(names))
    for (type, name) in zip(nested, typeNames) {
      types[type.path] = qualified + [name]
      switch type {
      case .structure(let inner): add(inner, qualified: qualified + [name])
      case .enumeration(let plan): addCases(of: plan)
      }
    }
  }

  private func typeName(_ path: [String], inside outer: [String]) -> String {
    let own = path.dropFirst(outer.count)
    let name = own.isEmpty ? "Value" : own.map { SwiftName.upper($0) }.joined()
    return ReservedNames.types.contains(name) ? name + "Value" : name
  }

  private mutating func addCases(of plan: EnumPlan) {
    enumCases[plan.path] = Dictionary(
      zip(plan.values, SwiftName.cases(plan.values)), uniquingKeysWith: { first, _ in first })
  }

  /// The property of a field of the structure that stands at `path`.
  func field(_ name: String, of path: [String]) -> String {
    fields[path]?[name] ?? SwiftName.lower(name)
  }

  func plan(ofField name: String, of path: [String]) -> FieldPlan? { fieldPlans[path]?[name] }

  func enumCase(_ value: String, of plan: EnumPlan) -> String? { enumCases[plan.path]?[value] }

  /// The type's own name, as `Address`.
  func type(at path: [String]) -> String { types[path]?.last ?? "JSONValue" }

  /// The type as it is called inside itself, where others may stand that are called so.
  func enclosingType(at path: [String]) -> String {
    let isHidden = types.contains { inner, names in
      inner.count > path.count && inner.starts(with: path) && names.last == types[path]?.last
    }
    return isHidden ? qualifiedType(at: path) : type(at: path)
  }

  /// The names of the type from the workflow down.
  func qualifiedPath(of path: [String]) -> [String] { types[path] ?? ["JSONValue"] }

  /// The type from the workflow down, as `Inputs.Address`.
  func qualifiedType(at path: [String]) -> String {
    qualifiedPath(of: path).joined(separator: ".")
  }
}

/// A type that gets a declaration.
enum NominalPlan {
  case structure(StructPlan)
  case enumeration(EnumPlan)

  var path: [String] {
    switch self {
    case .structure(let plan): plan.path
    case .enumeration(let plan): plan.path
    }
  }
}

extension TypePlan {
  /// The declared type that this one is or holds.
  var nominal: NominalPlan? {
    switch self {
    case .structure(let plan): .structure(plan)
    case .enumeration(let plan): .enumeration(plan)
    case .array(let element), .dictionary(let element), .nullable(let element): element.nominal
    case .string, .integer, .unsigned, .number, .boolean, .secret, .data, .upload, .json,
      .declared, .timestamp, .uuid, .url, .enclosing:
      nil
    }
  }
}
