import ArazzoDescriptions
import ArazzoDocuments

/// Compiles the JSON Schema of a workflow's inputs to types.
struct InputTypes {
  let diagnostics: Diagnostics
  /// Inputs that flow into a credential, by their names from the top down (rule H8).
  let secrets: Set<[String]>
  /// Inputs that are required although the schema doesn't require them (rule V11).
  let needed: Set<[String]>
  /// Inputs that are sent as bytes and used for nothing else (rule H11).
  let uploads: Set<[String]>
  /// How many fields may still be added: schemas that refer to each other can multiply.
  private var fieldsLeft = maximumFields
  private static let maximumFields = 2000

  init(
    diagnostics: Diagnostics, secrets: Set<[String]>, needed: Set<[String]> = [],
    uploads: Set<[String]> = []
  ) {
    self.uploads = uploads
    self.diagnostics = diagnostics
    self.secrets = secrets
    self.needed = needed
  }

  /// - Parameter path: The path of the object, from the inputs down.
  mutating func structure(
    _ schema: Schema, path: [String] = [], enclosing: EnclosingSchemas = EnclosingSchemas()
  ) -> StructPlan {
    let enclosing = enclosing.entering(schema, at: path)
    var fields: [FieldPlan] = []
    for property in schema.properties {
      fieldsLeft -= 1
      guard fieldsLeft >= 0 else {
        if fieldsLeft == -1 { reportTooMany(schema) }
        break
      }
      fields.append(field(property, path: path, enclosing: enclosing))
    }
    fields += schema.undeclaredRequiredNames.map { required($0.value, in: schema, path, enclosing) }
    return StructPlan(path: path, description: schema.description, fields: fields)
  }

  /// A field that only `required` names.
  private mutating func required(
    _ name: String, in schema: Schema, _ path: [String], _ enclosing: EnclosingSchemas
  ) -> FieldPlan {
    let path = path + [name]
    let type =
      schema.additionalProperties.map { self.type($0, path: path, enclosing: enclosing) }
      ?? (secrets.contains(path) ? .secret : .json)
    return FieldPlan(
      name: name, type: type, isOptional: false, defaultValue: nil, description: nil, notes: [])
  }

  private func reportTooMany(_ schema: Schema) {
    diagnostics.error(
      "the inputs have more than \(Self.maximumFields) properties, nested ones included",
      at: schema.location,
      suggestion: "remove 'properties' from nested objects, which then accept any JSON")
  }

  private mutating func field(
    _ property: Schema.Property, path: [String], enclosing: EnclosingSchemas
  ) -> FieldPlan {
    let schema = property.schema
    let path = path + [property.name.value]
    let type = type(schema, path: path, enclosing: enclosing).orNull(schema.admitsNull)
    let value = schema.defaultValue.flatMap { defaultValue($0, schema, type, property.name.value) }
    let mayBeMissing = !property.isRequired || schema.admitsNull && type == .upload
    return FieldPlan(
      name: property.name.value, type: type,
      isOptional: value == nil && mayBeMissing && !needed.contains(path),
      defaultValue: value, description: schema.description ?? schema.title,
      notes: schema.constraintNotes, format: schema.format, kinds: kinds(schema, type),
      rules: InputRules(diagnostics: diagnostics).rules(schema, type.withoutNull))
  }

  /// The kinds of a value, or of the elements of an array, whose type is JSON.
  private func kinds(_ schema: Schema, _ type: TypePlan) -> [String]? {
    let json: Schema? =
      switch type {
      case .json: schema
      case .array(.json): schema.items
      default: nil
      }
    guard let json, !json.kinds.isEmpty else { return nil }
    return json.kinds.map(\.rawValue).sorted() + (json.admitsNull ? ["null"] : [])
  }

  private mutating func type(
    _ schema: Schema, path: [String], enclosing: EnclosingSchemas
  ) -> TypePlan {
    if let broken = schema.brokenReference { diagnostics.add(broken) }
    guard !enclosing.contains(schema), path.count < 32 else { return enclosing.type(of: schema) }
    let kinds = schema.kinds
    guard schema.alternatives.isEmpty, kinds.count == 1, let kind = kinds.first else {
      if secrets.contains(path), kinds.isEmpty || kinds.contains(.string) { return .secret }
      return kinds == [.integer, .number] ? .number : .json
    }
    switch kind {
    case .string: return stringType(schema, path: path)
    case .integer: return schema.integerType
    case .number: return .number
    case .boolean: return .boolean
    case .array:
      guard let items = schema.items else { return .array(.json) }
      let type = type(items, path: path + ["item"], enclosing: enclosing.entering(schema))
      return .array(type.orNull(items.admitsNull))
    case .object: return objectType(schema, path: path, enclosing: enclosing)
    }
  }

  private func stringType(_ schema: Schema, path: [String]) -> TypePlan {
    if secrets.contains(path) || schema.format == "password" { return .secret }
    if schema.format == "binary" { return .upload }
    let isFile = uploads.contains(path) && schema.enumValues == nil && schema.constant == nil
    if isFile, schema.defaultValue == nil { return .upload }
    guard let values = schema.enumValues?.compactMap(\.string), !values.isEmpty else {
      return schema.defaultValue == nil ? formatted(schema) : .string
    }
    var seen: Set<String> = []
    let unique = values.filter { seen.insert($0).inserted }
    return .enumeration(EnumPlan(path: path, description: schema.description, values: unique))
  }

  /// A format that has a type in Swift.
  private func formatted(_ schema: Schema) -> TypePlan {
    switch schema.format {
    case "date-time": .timestamp
    case "uuid": .uuid
    case "uri", "url": .url
    case "byte": .data
    default: .string
    }
  }

  private mutating func objectType(
    _ schema: Schema, path: [String], enclosing: EnclosingSchemas
  ) -> TypePlan {
    guard schema.properties.isEmpty else {
      return .structure(structure(schema, path: path, enclosing: enclosing))
    }
    guard let values = schema.additionalProperties else { return .json }
    let type = type(values, path: path + ["value"], enclosing: enclosing.entering(schema))
    return type == .json ? .json : .dictionary(type.orNull(values.admitsNull))
  }

  /// A default that the type can't hold is reported and left out.
  private func defaultValue(
    _ node: Node, _ schema: Schema, _ type: TypePlan, _ name: String
  ) -> LiteralPlan? {
    let value = LiteralPlan(node)
    if value.fits(type), value != .null || schema.admitsNull { return value }
    if case .structure = type.withoutNull, node.mapping != nil {
      diagnostics.warning(
        "the default of input \(name.quotedForMessage) doesn't match the schema's properties; it "
          + "is ignored", at: node.location)
    } else if !node.isNull {
      diagnostics.warning(
        "the default of input \(name.quotedForMessage) is \(node.kindName), but its type is "
          + "\(type.phrase); the default is ignored", at: node.location)
    }
    return nil
  }
}

/// The schemas that enclose a schema of the inputs.
struct EnclosingSchemas {
  private var locations: Set<Location> = []
  /// The paths of the structures with an array or a dictionary between them and this schema: a
  /// structure can hold itself only through an array or a dictionary.
  private var enclosing: [Location: [String]] = [:]
  private var structures: [Location: [String]] = [:]

  func contains(_ schema: Schema) -> Bool { locations.contains(schema.location) }

  /// The same inside a structure.
  func entering(_ schema: Schema, at path: [String]) -> EnclosingSchemas {
    var result = self
    result.locations.insert(schema.location)
    // The inputs themselves are no value that can be sent.
    if !path.isEmpty { result.structures[schema.location] = path }
    return result
  }

  /// The same inside an array or a dictionary.
  func entering(_ schema: Schema) -> EnclosingSchemas {
    var result = self
    result.locations.insert(schema.location)
    result.enclosing = structures
    return result
  }

  /// The type of a recursive schema; JSON if it has none.
  func type(of schema: Schema) -> TypePlan {
    enclosing[schema.location].map(TypePlan.enclosing) ?? .json
  }
}

extension Schema {
  /// The type that holds every integer that the schema admits (rule V6): beyond 64 bits that is
  /// JSON, which keeps the digits.
  var integerType: TypePlan {
    if format == "uint64" { return .unsigned }
    // A limit such as 9223372036854776000 is the largest integer of 64 bits, read as a double.
    guard format != "int64", format != "int32", minimumValue < -9.3e18 || maximumValue > 9.3e18
    else {
      return .integer
    }
    return minimumValue >= 0 && maximumValue < 1.9e19 ? .unsigned : .json
  }

  private var minimumValue: Double {
    ["minimum", "exclusiveMinimum"].compactMap(limit).max() ?? -1
  }

  private var maximumValue: Double {
    ["maximum", "exclusiveMaximum"].compactMap(limit).min() ?? 0
  }

  private func limit(_ name: String) -> Double? { keyword(name)?.number.flatMap(Double.init) }
}
