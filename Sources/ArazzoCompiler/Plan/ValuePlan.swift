import ArazzoDocuments
import ArazzoExpressions

/// A value that is computed at run time, with its type and whether it can be missing.
package struct ValuePlan: Sendable, Encodable, Hashable {
  package indirect enum Kind: Sendable, Encodable, Hashable {
    case literal(LiteralPlan)
    /// A field of the inputs by the names on the wire, from the inputs down through structures. A
    /// part of the way may be optional.
    case input([String])
    /// An output of a step that ran before, or of this step once it succeeded.
    case variable(VariablePlan)
    /// The value at a path inside a value of type `json`, array, dictionary or declared.
    case member(ValuePlan, pointer: [PointerToken])
    case responseBody(pointer: [PointerToken])
    /// The whole body as text or, where the type is `data`, as bytes.
    case responseContent
    case responseHeader(String)
    /// The value of a cookie that the response sets.
    case responseCookie(String)
    case statusCode
    /// `$url`, `$method` and `$request.…` of the step's request as it was sent.
    case requestURL
    case requestMethod
    case requestHeader(String)
    case requestQuery(String)
    case requestPath(String)
    case requestBody(pointer: [PointerToken])
    /// A string with values put in as text; missing as a whole when a part is (rules V1, V3).
    case text([ValuePlan])
    /// A value as text inside XML, escaped for it.
    case xmlText(ValuePlan)
    /// A text; nothing when a part of it is missing.
    case textOrEmpty([ValuePlan])
    /// Members whose value is missing are left out (rule V3).
    case object([Member])
    case array([ValuePlan])
    /// An output of the workflow that this step called; after a failure one that was set all the
    /// same.
    case callOutput(String)
    /// The string value of what an XPath expression finds first; missing where it finds nothing.
    case xpath(XPathPlan)
    /// An output of a workflow that ran before this one (rule A10).
    case dependencyOutput(workflow: String, String)
    /// An input of it, by its path.
    case dependencyInput(workflow: String, [String])
    /// What a query finds in a value: the value of its one node, or an array of all nodes'; missing
    /// where there is none.
    case found(QueryPlan, in: ValuePlan, isSingular: Bool)
    /// The first of the two that is not missing.
    case firstOf(ValuePlan, ValuePlan)
    /// A payload in which places are replaced, each in the result of the one before.
    case replaced(ValuePlan, [ReplacementPlan])
    /// Known to be missing here.
    case missing
  }

  package struct Member: Sendable, Encodable, Hashable {
    package var name: String
    package var value: ValuePlan
  }

  package var kind: Kind
  package var type: TypePlan
  /// Whether the value may be missing at run time.
  package var isOptional: Bool
  /// The text that it was compiled from, for error messages.
  package var expression: String?
}

extension ValuePlan {
  /// Whether there may be nothing to send where `null` counts as missing (rule V3).
  package var mayBeNothing: Bool { isOptional || type.isNullable }
}

/// Identifies an output of a step.
package struct VariableKey: Sendable, Hashable {
  package var step: String
  package var output: String
  /// Whether it is an output of the workflow that the step calls, and none of the step's own.
  package var isOfCall = false
}

extension VariableKey {
  /// How a document would speak of it.
  package var expression: String {
    isOfCall ? "$outputs.\(output) of \(step)" : "$steps.\(step).outputs.\(output)"
  }
}

/// An output of a step that a later step reads.
package struct VariablePlan: Sendable, Encodable, Hashable {
  package var step: String
  package var output: String
  /// Whether it is an output of the workflow that the step calls, and none of the step's own.
  package var isOfCall = false
  package var type: TypePlan
  /// Whether it may be missing even when the step succeeded.
  package var isOptional: Bool
}

extension VariablePlan {
  package var key: VariableKey { VariableKey(step: step, output: output, isOfCall: isOfCall) }

  /// What errors call it.
  package var label: String { isOfCall ? "$outputs." + output : output }
}

/// A target in a payload and the value that replaces it when the request is made.
package struct ReplacementPlan: Sendable, Encodable, Hashable {
  package enum Target: Sendable, Encodable, Hashable {
    /// A JSON Pointer's tokens; the last is inserted when missing.
    case pointer([String])
    /// Every node that a JSONPath query finds.
    case nodes(QueryPlan)
    /// Every node that an XPath expression finds; its context is the payload.
    case xpath(XPathPlan)
  }

  package var target: Target
  package var value: ValuePlan
  /// The target as written, for error messages.
  package var expression: String
}

/// An XPath expression on a document, with the values of the workflow in it (rules C6 and C7).
package struct XPathPlan: Sendable, Hashable {
  package typealias Expression = XPathExpression<ValuePlan>

  /// The response's body, or a string that holds a document.
  package var context: ValuePlan
  package var expression: Expression
  /// The expression as written.
  package var text: String
}

extension XPathPlan.Expression {
  /// The value of each `{$…}`, in the order written.
  var values: [ValuePlan] {
    var values: [ValuePlan] = []
    _ = map { value in
      values.append(value)
      return value
    }
    return values
  }
}

extension XPathPlan: Encodable {
  private enum CodingKeys: String, CodingKey {
    case context, values
    case text = "xpath"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(context, forKey: .context)
    try container.encode(text, forKey: .text)
    try container.encode(expression.values, forKey: .values)
  }
}

extension ValuePlan {
  /// The body of the response as a document to look into, whatever its media type is to be.
  var asDocument: ValuePlan {
    guard kind == .responseContent else { return self }
    var document = self
    document.kind = .responseBody(pointer: [])
    document.type = .json
    return document
  }
}

extension ValuePlan {
  /// An array of values, a literal where they all are.
  static func combined(_ parts: [ValuePlan]) -> ValuePlan {
    let literals = parts.compactMap(\.literal)
    if literals.count == parts.count { return .literal(.array(literals)) }
    return ValuePlan(kind: .array(parts), type: .json, isOptional: false, expression: nil)
  }

  /// An object of values, a literal where they all are.
  static func combined(_ members: [Member]) -> ValuePlan {
    let literals = members.compactMap { member in
      member.value.literal.map { LiteralPlan.Member(name: member.name, value: $0) }
    }
    if literals.count == members.count { return .literal(.object(literals)) }
    return ValuePlan(kind: .object(members), type: .json, isOptional: false, expression: nil)
  }
}

extension ValuePlan {
  /// The same with names and indexes distinguished in the last tokens, as a query does.
  ///
  /// - Parameter tokens: What was followed, as in a JSON Pointer, to make this value.
  func following(_ tokens: [PointerToken]) -> ValuePlan {
    var result = self
    switch kind {
    case .responseBody(let pointer):
      result.kind = .responseBody(pointer: pointer.dropLast(tokens.count) + tokens)
    case .requestBody(let pointer):
      result.kind = .requestBody(pointer: pointer.dropLast(tokens.count) + tokens)
    case .member(let base, let pointer):
      // What comes before are names of members, as those of inputs.
      guard tokens.dropLast(pointer.count).allSatisfy({ $0.memberName != nil }) else {
        return asMissing
      }
      let last = tokens.suffix(pointer.count)
      result.kind = .member(base, pointer: pointer.dropLast(last.count) + last)
    default:
      if !tokens.allSatisfy({ $0.memberName != nil }) { return asMissing }
    }
    return result
  }
}

extension ValuePlan {
  /// The document's spelling of the value; ``ValuePlan/expression`` can be a whole condition.
  var spelling: String? {
    switch kind {
    case .input(let names): "$inputs." + names.joined(separator: ".")
    case .variable(let variable): variable.key.expression
    case .responseContent: "$response.body"
    case .responseBody(let pointer): "$response.body" + Self.fragment(pointer)
    case .member(let base, let pointer): base.spelling.map { $0 + Self.fragment(pointer) }
    case .statusCode: "$statusCode"
    case .callOutput(let name): "$outputs.\(name)"
    case .dependencyOutput(let workflow, let name): "$workflows.\(workflow).outputs.\(name)"
    case .dependencyInput(let workflow, let names):
      "$workflows.\(workflow).inputs." + names.joined(separator: ".")
    default: expression
    }
  }

  private static func fragment(_ tokens: [PointerToken]) -> String {
    tokens.isEmpty ? "" : "#\(JSONPointer(tokens: tokens.texts))"
  }
}
