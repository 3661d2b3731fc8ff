import ArazzoDescriptions
import ArazzoDocuments

/// Schemas of responses in, types out: those that the outputs of a document's workflows lead to.
///
/// Each schema is one type, however often it's used: a schema with a name in its
/// description keeps that name. Any other is named after its first use and declared there.
/// Descriptions can be large or recursive, so there are limits, beyond which a value is JSON:
/// ``maximumDepth`` types inside each other, ``maximumMembers`` of an object,
/// ``maximumTotalMembers`` of a workflow.
///
/// A class: a schema that two outputs lead to is one type, whichever of them is compiled first. A
/// type whose members were cut short at a bound is read again where it is reached with room to spare.
final class ResponseTypes {
  /// How many types inside each other are declared.
  static let maximumDepth = 4
  /// How many members of an object are declared; those that it requires come first.
  static let maximumMembers = 100
  /// How many members the types that a workflow adds may have before only outputs get types.
  static let maximumTotalMembers = 200
  /// How many values a set of texts may have to be an enumeration.
  static let maximumValues = 50

  /// The position of a schema.
  struct Place {
    var name: String
    var parent: DeclarationID?
    var level = 1
    /// The number of arrays and dictionaries directly around it.
    var nesting = 0

    func inside(_ id: DeclarationID, _ name: String) -> Place {
      Place(name: name, parent: id, level: level + 1)
    }
  }

  private struct Key: Hashable {
    var identity: [Location]
    var kind: DeclarationID.Kind
  }

  private(set) var all: [DeclarationPlan] = []
  private var known: [Key: DeclarationID] = [:]
  /// How deep each type is at least inside the types of outputs.
  private var levels: [DeclarationID: Int] = [:]
  /// The types with members or alternatives that the bound of a workflow left without a type.
  private var cut: Set<DeclarationID> = []
  /// Objects whose members are still to be read: outer ones first.
  private var unread: [(id: DeclarationID, schema: Schema, place: Place)] = []
  /// What the bound still leaves to each workflow that has used some of it.
  private var room: [String: Int] = [:]
  private var membersLeft = maximumTotalMembers

  /// The type of a schema that an output of a workflow refers to.
  func type(of schema: Schema, named name: String, in workflow: String) -> TypePlan {
    membersLeft = room[workflow] ?? Self.maximumTotalMembers
    defer { room[workflow] = membersLeft }
    let type = type(schema, Place(name: name))
    var next = 0
    while next < unread.count {
      let (id, schema, place) = unread[next]
      let members = members(of: schema, id, place)
      all[id.number].form = .object(members)
      all[id.number].listsEveryMember =
        !schema.isDeclaredOpen && schema.alternatives.isEmpty
        && schema.additionalProperties == nil && members.count == schema.propertyNames.count
      next += 1
    }
    unread = []
    return type.orNull(schema.admitsNull)
  }

  func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    all.indices.contains(id.number) ? all[id.number] : nil
  }

  // MARK: schemas

  func type(_ schema: Schema, _ place: Place) -> TypePlan {
    let kinds = schema.kinds
    if !schema.alternatives.isEmpty, schema.propertyNames.isEmpty {
      return schema.commonScalarType ?? union(schema, schema.alternatives, place)
    }
    if kinds == [.integer, .number] { return .number }
    guard kinds.count == 1, let kind = kinds.first else {
      return kinds.isEmpty ? .json : union(schema, kinds, place)
    }
    return type(schema, kind, place)
  }

  func type(_ schema: Schema, _ kind: Schema.Kind, _ place: Place) -> TypePlan {
    switch kind {
    case .string: return text(schema, place)
    case .integer: return schema.integerType
    case .number: return .number
    case .boolean: return .boolean
    case .array: return .array(element(schema.items, place, place.name.singular))
    case .object:
      if !schema.propertyNames.isEmpty { return object(schema, place) }
      guard let values = schema.additionalProperties else { return .json }
      let type = element(values, place, place.name.singular)
      return type == .json ? .json : .dictionary(type)
    }
  }

  /// What an array or a dictionary holds.
  private func element(_ schema: Schema?, _ place: Place, _ name: String) -> TypePlan {
    guard let schema, place.nesting < 3 else { return .json }
    var inner = place
    inner.name = name
    inner.nesting += 1
    return type(schema, inner).orNull(schema.admitsNull)
  }

  private func text(_ schema: Schema, _ place: Place) -> TypePlan {
    if schema.format == "password" { return .secret }
    guard let nodes = schema.enumValues else { return formatted(schema, place) }
    var seen: Set<String> = []
    let values = nodes.compactMap(\.string).filter { seen.insert($0).inserted }
    guard values.count > 1, values.count <= Self.maximumValues, values.count == nodes.count else {
      return .string
    }
    return declared(schema, .text, place) { _ in .openEnumeration(values) } ?? .string
  }

  /// A value that goes on as it came stays text where its type would change it: the letters of a
  /// UUID, the characters of a URL, the lines of base64 text.
  private func formatted(_ schema: Schema, _ place: Place) -> TypePlan {
    switch schema.format {
    case "date-time": .timestamp
    case "byte" where place.level > 1: .data
    default: .string
    }
  }

  private func object(_ schema: Schema, _ place: Place) -> TypePlan {
    let type = declared(schema, .object, place) { id in
      unread.append((id, schema, place))
      return .object([])
    }
    return type ?? .json
  }

  private func members(of schema: Schema, _ id: DeclarationID, _ place: Place) -> [MemberPlan] {
    let properties = schema.properties
    var room = Self.maximumMembers - properties.count { $0.isRequired }
    let kept = properties.filter { property in
      if property.isRequired { return true }
      room -= 1
      return room >= 0
    }.prefix(Self.maximumMembers)
    return kept.map { property in
      let name = property.name.value
      return MemberPlan(
        name: name, type: type(property.schema, place.inside(id, name)),
        admitsNull: property.schema.admitsNull,
        description: property.schema.description ?? property.schema.title)
    }
  }

  // MARK: declarations

  /// The declared type of a schema, which is declared where it is not yet; `nil` beyond the bounds.
  func declared(
    _ schema: Schema, _ kind: DeclarationID.Kind, _ place: Place,
    _ form: (DeclarationID) -> DeclarationPlan.Form
  ) -> TypePlan? {
    let key = Key(identity: schema.identity, kind: kind)
    if let id = known[key] {
      if hasMoreRoom(place, for: id) { read(id, place, form) }
      return .declared(id)
    }
    guard place.level == 1 || (place.level <= Self.maximumDepth && membersLeft > 0) else {
      if place.level <= Self.maximumDepth, let parent = place.parent { cut.insert(parent) }
      return nil
    }
    let id = DeclarationID(number: all.count, kind: kind)
    known[key] = id
    if kind == .object { membersLeft -= min(schema.propertyNames.count, Self.maximumMembers) }
    let name = schema.name
    all.append(
      DeclarationPlan(
        id: id, name: name ?? place.name, isNamed: name != nil,
        parent: name == nil ? place.parent : nil,
        file: schema.location.source.fileName,
        description: schema.description ?? schema.title, form: .object([])))
    read(id, place, form)
    return .declared(id)
  }

  private func read(
    _ id: DeclarationID, _ place: Place, _ form: (DeclarationID) -> DeclarationPlan.Form
  ) {
    levels[id] = place.level
    cut.remove(id)
    all[id.number].form = form(id)
  }

  /// Whether more of a type can be read here than where it was read.
  private func hasMoreRoom(_ place: Place, for id: DeclarationID) -> Bool {
    guard id.kind != .text, let level = levels[id] else { return false }
    return place.level < level || (place.level == level && cut.contains(id) && membersLeft > 0)
  }
}

extension SourceText {
  /// The name without folders.
  fileprivate var fileName: String {
    name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
  }
}

extension String {
  /// What one of several is called: `item` of `items`.
  var singular: String {
    let small = lowercased()
    if small.hasSuffix("ies"), small.count > 4, small != "series" { return dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: small.hasSuffix) {
      return String(dropLast(2))
    }
    let isPlural = small.hasSuffix("s") && small.count > 2
    let isOne = ["ss", "us", "is", "series"].contains(where: small.hasSuffix)
    return isPlural && !isOne ? String(dropLast()) : self + "-item"
  }
}

extension Schema {
  /// The type of a scalar in a response, or what all alternatives have in common; what is more than
  /// that is JSON.
  var scalarType: TypePlan {
    let type = alternatives.isEmpty ? ownScalarType : commonScalarType
    return (type ?? .json).orNull(admitsNull)
  }

  /// Alternatives of alternatives have nothing in common: a schema may be its own.
  var commonScalarType: TypePlan? {
    let types = Set(alternatives.map { $0.alternatives.isEmpty ? $0.ownScalarType : nil })
    return types.count == 1 ? types.first ?? nil : nil
  }

  private var ownScalarType: TypePlan? {
    let kinds = kinds
    if kinds == [.integer, .number] { return .number }
    guard kinds.count == 1, let kind = kinds.first else { return nil }
    switch kind {
    case .string: return format == "password" ? .secret : .string
    case .integer: return integerType
    case .number: return .number
    case .boolean: return .boolean
    case .array, .object: return nil
    }
  }

  /// The constraints of the schema in words, for a documentation comment.
  var constraintNotes: [String] {
    let range = [
      limit("minimum", "at least"), limit("exclusiveMinimum", "greater than"),
      limit("maximum", "at most"), limit("exclusiveMaximum", "less than"),
    ].compactMap(\.self).joined(separator: ", ")
    let others = [
      limit("minLength", "minimum length:"), limit("maxLength", "maximum length:"),
      limit("minItems", "at least", of: "item"), limit("maxItems", "at most", of: "item"),
      node["pattern"]?.string.map { "pattern `\($0)`" },
    ]
    let notes = [format.map { "format `\($0)`" }, range.isEmpty ? nil : range] + others
    return notes.compactMap(\.self)
  }

  private func limit(_ key: String, _ words: String, of noun: String? = nil) -> String? {
    node[key]?.number.map { number in
      let unit = noun.map { " \($0)\("\(number)" == "1" ? "" : "s")" } ?? ""
      return "\(words) \(number)\(unit)"
    }
  }
}
