/// A value that is computed at run time, with what is known about it.
package struct ValuePlan: Sendable, Encodable, Hashable {
  package indirect enum Kind: Sendable, Encodable, Hashable {
    case literal(LiteralPlan)
    /// A field of the inputs by the names on the wire, from the inputs down through structures. A
    /// part of the way may be optional.
    case input([String])
    /// An output of a step that ran before, or of this step once it succeeded.
    case variable(VariablePlan)
    /// The value that a way leads to inside a value of type `json`, array, dictionary or declared.
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
    /// An output of the workflow that this step called; after a failure one that was set all the same.
    case callOutput(String)
    /// The string value of what an XPath expression finds first; missing where it finds nothing.
    case xpath(XPathPlan)
    /// An output of a workflow that ran before this one (rule A10).
    case dependencyOutput(workflow: String, String)
    /// An input of it, by the names of the members that lead there.
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

/// Which output of a step is meant, whatever is known about it where it is used.
package struct VariableKey: Sendable, Hashable {
  package var step: String
  package var output: String
  /// Whether it is an output of the workflow that the step calls, and none of the step's own.
  package var isOfCall = false
}

/// An output of a step, kept because something later reads it.
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
