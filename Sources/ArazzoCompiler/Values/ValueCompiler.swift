import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles nodes and expressions to values, and reports mistakes with their locations.
struct ValueCompiler {
  let scope: WorkflowResolver
  let moment: EvaluationPoint
  /// Whether the response can be any, so that the schema of a success doesn't apply.
  var isAfterFailure = false
  /// Whether the value is in `components`, and can't refer to it again.
  var isInComponent = false
  /// What the step output is called that is compiled, after which its type is named; `nil` where no
  /// type is asked for but that of a scalar.
  var outputName: String?

  var diagnostics: Diagnostics { scope.diagnostics }

  /// Compiles a literal, an expression or a template, down through sequences and mappings.
  ///
  /// - Parameter schema: The schema of the target, if the API description has one.
  /// - Returns: `nil` where a mistake was reported.
  func value(_ value: DocumentValue, schema: Schema? = nil) -> ValuePlan? {
    switch value.content {
    case .scalar: return .literal(LiteralPlan(value.node, for: schema))
    case .text(let reading), .jsonText(let reading, _):
      return string(reading, value.node, schema: schema)
    case .sequence(let elements):
      return complete(elements.map { self.value($0, schema: schema?.items) })
        .map(ValuePlan.combined)
    case .mapping(let members): return object(members, schema)
    case .selector(let selector): return selection(selector)
    case .unquotedExpression(let error):
      diagnostics.add(error)
      return nil
    }
  }

  private func object(_ members: [DocumentValue.Member], _ schema: Schema?) -> ValuePlan? {
    let properties = Dictionary(
      (schema?.properties ?? []).map { ($0.name.value, $0.schema) },
      uniquingKeysWith: { first, _ in first })
    let values = members.map { value($0.value, schema: properties[$0.key.value]) }
    return complete(values).map { values in
      .combined(zip(members, values).map { ValuePlan.Member(name: $0.key.value, value: $1) })
    }
  }

  /// An output: an expression, or a literal as published documents have it.
  func output(_ output: Output) -> ValuePlan? { value(output.value) }

  private func complete(_ values: [ValuePlan?]) -> [ValuePlan]? {
    let present = values.compactMap(\.self)
    return present.count == values.count ? present : nil
  }
}

extension ValueCompiler {
  func string(_ reading: StringReading, _ node: Node, schema: Schema?) -> ValuePlan? {
    let text = reading.text
    switch reading.template(where: isDeclared) {
    case .success(.text(let text)):
      if let error = reading.unknownRoot {
        let mended = error.mended(text).flatMap {
          (try? RuntimeExpression.parse($0)) == nil
            ? nil : Fix(at: node.location, replacing: text, with: $0)
        }
        diagnostics.warning(
          "\(text.quotedForMessage) is read as plain text: \(error.message)", at: node.location,
          suggestion: error.suggestion.map { "did you mean '\($0)'?" }, fix: mended)
      }
      return .literal(.string(text))
    case .success(.expression(let parsed)):
      return expression(
        parsed, written: text, at: node.location,
        in: mended(Located(text, at: node.location), parsed))
    case .success(.parts(let parts)):
      return template(parts, text, node, schema: schema, in: mended(text, node, parts))
    case .failure(let error):
      diagnostics.error(
        "\(text.quotedForMessage): \(error.message)", at: node.location(at: error.offset),
        suggestion: error.advice,
        fix: error.mended(text).flatMap { Fix(at: node.location, replacing: text, with: $0) })
      return nil
    }
  }

  /// Whether an expression names something that there is: names may hold blanks, so only that tells
  /// where one ends.
  private func isDeclared(_ parsed: ParsedExpression) -> Bool {
    switch parsed.expression {
    case .inputs(let reference):
      reference.resolve(declared: scope.inputs.fields.map(\.name)) != nil
    case .steps(let id, let reference):
      reference.resolve(declared: scope.step(id)?.outputs.map(\.name.value) ?? []) != nil
    default: true
    }
  }

  func template(
    _ parts: [StringTemplate.Part], _ text: String, _ node: Node, schema: Schema?,
    in scalar: MendedScalar?
  ) -> ValuePlan? {
    if case .expression(let parsed, let offset, _) = parts.first, parts.count == 1,
      let schema, schema.admitsNoString
    {
      let whole = mended(Located(text, at: node.location), parsed)
      diagnostics.dialect(
        .p12BracedWholeValue, at: node.location,
        specSpelling: "write the expression without braces", fix: whole.fix)
      return expression(parsed, written: text, at: node.location(at: offset), in: whole)
    }
    var values: [ValuePlan] = []
    for part in parts {
      switch part {
      case .text(let text): values.append(.literal(.string(text)))
      case .expression(let parsed, let offset, let isBraced):
        let place = node.location(at: offset)
        if !isBraced {
          diagnostics.dialect(
            .p01UnbracedExpression, at: place, specSpelling: "put the expression in braces: {$…}",
            fix: scalar?.fix)
        }
        guard let value = expression(parsed, written: text, at: place, in: scalar, isPart: true)
        else { return nil }
        values.append(value)
      }
    }
    return ValuePlan(
      kind: .text(values), type: values.contains(where: \.type.isSecret) ? .secret : .string,
      isOptional: values.contains(where: \.isOptional), expression: text)
  }
}

extension Schema {
  /// Whether no alternative of the schema, except `null`, allows a string (dialect P12).
  fileprivate var admitsNoString: Bool {
    let choices = alternatives.isEmpty ? [self] : alternatives
    return choices.allSatisfy { !$0.kinds.isEmpty && !$0.kinds.contains(.string) }
  }
}

/// What a step calls.
enum StepTarget {
  case operation(FoundOperation)
  case workflow(WorkflowPlan)
}

/// When an expression is read: what it may refer to depends on it.
enum EvaluationPoint {
  /// While a step's request is made.
  case request(step: String)
  /// After a step's response: criteria, outputs, actions.
  case response(step: String)
  /// When the workflow ends.
  case end

  var step: String? {
    switch self {
    case .request(let step), .response(let step): step
    case .end: nil
    }
  }
}

/// The location and the spelling of an expression.
struct ExpressionPlace {
  let written: String
  let location: Location
  let inCondition: Bool
  /// The whole string that contains the expression, if it's in the document.
  var scalar: MendedScalar?
  /// The expression, where it is a part of the text.
  var part: RuntimeExpression?
}

extension TypePlan {
  /// The type in words: "a string".
  var phrase: String {
    switch self {
    case .string, .enumeration, .timestamp, .uuid, .url: "a string"
    case .secret: "a secret string"
    case .data, .upload: "bytes"
    case .integer, .unsigned: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .json: "a JSON value"
    case .nullable(let inner): inner.phrase + " or null"
    case .array: "an array"
    case .dictionary, .structure, .enclosing: "an object"
    case .declared(let id):
      switch id.kind {
      case .object: "an object"
      case .text: "a string"
      case .union: "a JSON value"
      }
    }
  }

  /// Whether there may be a value inside.
  var canHoldMembers: Bool {
    switch self {
    case .json, .array, .dictionary, .structure, .enclosing: true
    case .string, .secret, .data, .upload, .integer, .unsigned, .number, .boolean, .enumeration,
      .timestamp, .uuid, .url:
      false
    case .declared(let id): id.kind != .text
    case .nullable(let inner): inner.canHoldMembers
    }
  }
}
