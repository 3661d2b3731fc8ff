import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The kinds and the strings that a value can have, as far as they're known at compile time.
struct ValueFacts {
  /// The JSON kinds that it may have, `null` aside; never empty.
  let kinds: Set<Schema.Kind>
  /// The only strings that it may be, where its kind is a string and they are listed.
  let words: [String]?

  /// - Returns: `nil` where the schema leaves it open.
  init?(_ schema: Schema) {
    guard let kinds = schema.admittedKinds else { return nil }
    self.kinds = kinds
    let values = schema.alternatives.isEmpty ? schema.enumValues : nil
    let words = (values ?? []).compactMap(\.string)
    self.words = kinds == [.string] && !words.isEmpty ? words : nil
  }

  /// - Returns: `nil` where the type leaves it open.
  init?(_ type: TypePlan) {
    switch type.withoutNull {
    case .string, .secret, .data, .upload, .timestamp, .uuid, .url:
      (kinds, words) = ([.string], nil)
    case .integer, .unsigned: (kinds, words) = ([.integer], nil)
    case .number: (kinds, words) = ([.number], nil)
    case .boolean: (kinds, words) = ([.boolean], nil)
    case .array: (kinds, words) = ([.array], nil)
    case .dictionary, .structure, .enclosing: (kinds, words) = ([.object], nil)
    case .enumeration(let plan): (kinds, words) = ([.string], plan.values)
    case .declared(let id):
      guard let kind = id.factKind else { return nil }
      (kinds, words) = ([kind], nil)
    case .json, .nullable: return nil
    }
  }

  /// Whether all that it may be is a number.
  var isNumeric: Bool { kinds.isSubset(of: [.integer, .number]) }

  /// The kinds in words: "an integer or a string".
  var phrase: String { kinds.phrase }
}

extension DeclarationID {
  fileprivate var factKind: Schema.Kind? {
    switch kind {
    case .object: .object
    case .text: .string
    case .union: nil
    }
  }
}

extension Schema {
  /// The kinds that the schema or its alternatives allow; `nil` if it doesn't restrict them.
  var admittedKinds: Set<Kind>? {
    guard brokenReference == nil else { return nil }
    let choices = alternatives.isEmpty ? [self] : alternatives
    guard choices.allSatisfy({ $0.brokenReference == nil && !$0.kinds.isEmpty }) else { return nil }
    return choices.reduce(into: []) { $0.formUnion($1.kinds) }
  }
}

extension Schema.Kind {
  /// With its article: "an integer".
  var phrase: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension ValueCompiler {
  /// What the descriptions say about a value that is read here; `nil` where they say nothing, and
  /// for literals, which are what they are.
  func facts(of value: ValuePlan) -> ValueFacts? {
    switch value.kind {
    case .input(let path):
      ValueFacts(value.type) ?? declaredCollection(path).flatMap(ValueFacts.init)
    case .callOutput: ValueFacts(value.type)
    case .statusCode: ValueFacts(.integer)
    case .text: ValueFacts(.string)
    case .responseBody, .member, .variable:
      schema(of: value).flatMap(ValueFacts.init) ?? ValueFacts(value.type)
    default: nil
    }
  }

  /// The type of an input whose schema is a plain object or array.
  private func declaredCollection(_ path: [String]) -> TypePlan? {
    let schema = path.reduce(scope.workflow.inputs) { $0?["properties"]?[$1] }
    return switch schema?["type"]?.string {
    case "object": .dictionary(.json)
    case "array": .array(.json)
    default: nil
    }
  }

  /// The schema of a value that came from a response; `nil` where several differ.
  func schema(of value: ValuePlan) -> Schema? { schemas(of: value)?.common }

  /// What a value that came from a response can be, by the responses that its step can succeed
  /// with.
  ///
  /// - Parameter depth: How many outputs may still be followed: they can read each other in a
  ///   circle.
  func schemas(of value: ValuePlan, depth: Int = 16) -> [Schema]? {
    switch value.kind {
    case .responseBody(let pointer):
      guard case .found(let schemas, _)? = success?.lookup(pointer.texts) else { return nil }
      return schemas
    case .member(let base, let pointer):
      return schemas(of: base, depth: depth)?.compactMap { $0.schema(at: pointer) }
    case .variable(let variable):
      guard depth > 0, let source = scope.value(of: variable.key) else { return nil }
      return ValueCompiler(scope: scope, moment: .response(step: variable.step))
        .schemas(of: source, depth: depth - 1)
    default: return nil
    }
  }
}

extension Schema {
  fileprivate func schema(at tokens: [PointerToken]) -> Schema? {
    guard case .found(let schema, _) = lookup(JSONPointer(tokens: tokens.texts)) else { return nil }
    return schema
  }
}

extension ValueCompiler {
  /// What the response can be that is read here; `nil` where that is open: after a failure, and in
  /// a step that calls a workflow.
  var success: SuccessResponses? {
    guard !isAfterFailure, case .response(let step) = moment else { return nil }
    return scope.responses(of: step)
  }

  /// The type of what a pointer leads to in the response, and whether it is there in each response
  /// that keeps to the description.
  func responseType(
    _ tokens: [String], _ place: ExpressionPlace
  ) -> (TypePlan, isRequired: Bool) {
    guard let success else { return (.json, false) }
    // A condition doesn't require a type.
    if !place.inCondition {
      success.bodies.forEach { if case .json(let schema?) = $0 { reportBroken(schema) } }
    }
    switch success.lookup(tokens) {
    case .found(let schemas, let isRequired):
      if !place.inCondition { schemas.forEach(reportBroken) }
      return (type(of: schemas), isRequired && !tokens.isEmpty)
    case .undescribed: break
    case .absent(let absence):
      report(
        MissingMember(absence), after: tokens, in: WaySpelling(base: "$response.body"),
        of: success.operation, place)
    case .opaque(let types): if !tokens.isEmpty { warn(opaque: types, tokens, place) }
    case .bodiless(let statuses): warn(noBody: statuses, place)
    }
    return (.json, false)
  }

  private func type(of schemas: [Schema]) -> TypePlan {
    guard let schema = schemas.common else {
      let scalars = Set(schemas.map(\.scalarType.withoutNull))
      let common = scalars.count == 1 ? scalars.first ?? .json : .json
      return common.orNull(schemas.contains(where: \.admitsNull))
    }
    return outputName.map { scope.type(of: schema, named: $0) } ?? schema.scalarType
  }

  /// Whether a value is part of the response and an object by the API description.
  func isObject(_ value: ValuePlan) -> Bool {
    guard case .responseBody(let tokens) = value.kind,
      case .found(let schemas, _)? = success?.lookup(tokens.texts)
    else { return false }
    return schemas.allSatisfy { $0.kinds == [.object] }
  }

  private func reportBroken(_ schema: Schema) { schema.reportBroken(diagnostics) }
}

extension Schema {
  /// A reference of an API description that doesn't resolve: what it should say is not known, and
  /// nothing is worse than that. References in a circle are an error (rule D5).
  func reportBroken(_ diagnostics: Diagnostics) {
    guard let broken = brokenReference else { return }
    guard !isCircular else { return diagnostics.add(broken) }
    diagnostics.warning(
      broken.message, at: broken.location, cause: broken.message,
      suggestion: broken.suggestion)
  }
}
