package enum CallPlan: Sendable, Encodable {
  case operation(OperationPlan)
  case workflow(WorkflowCallPlan)
}

/// A request to an operation.
package struct OperationPlan: Sendable, Encodable {
  package var operationID: String?
  /// Upper case.
  package var method: String
  /// The path template.
  package var path: String
  package var server: ServerPlan
  package var parameters: [ParameterPlan]
  /// What is asked for and not set by the step: alternatives, each of one or more schemes (rule H7).
  package var security: [[SchemePlan]] = []
  /// Instead of query parameters.
  package var queryString: QueryStringPlan?
  package var body: BodyPlan?
  /// The media types that the operation offers, for `Accept`; empty where it offers none or the step
  /// sends its own.
  package var accept: [String]
  /// Whether a 3xx is for the step to see (rule H4).
  package var keepsRedirects: Bool
}

package struct ParameterPlan: Sendable, Encodable {
  package enum Place: String, Sendable, Encodable { case path, query, header, cookie }

  package var name: String
  package var place: Place
  package var value: ValuePlan
  package var isRequired: Bool
  /// How the value is written; `nil` as its place has it by default.
  package var serialization: SerializationPlan?
  /// Whether the value is the whole `Set-Cookie` of a response, of which the header `Cookie` takes
  /// names and values.
  package var isSetCookie = false
  /// The token, where the parameter is the header `Authorization` with a bearer token.
  package var bearerToken: ValuePlan?
}

/// A call of another workflow.
package struct WorkflowCallPlan: Sendable, Encodable {
  package var workflow: String
  /// A value for a field of the called workflow's inputs, in their order; fields that are not named
  /// are left out.
  package var arguments: [Argument]
  /// The workflows that the called one needs to have run before.
  package var dependencies: Dependencies = .none

  package enum Dependencies: Sendable, Encodable {
    case none
    /// The calling workflow has their results itself.
    case atHand
    /// They run first, each once, in this order.
    case run([Dependency])
  }

  package struct Dependency: Sendable, Encodable {
    package var workflow: String
    package var arguments: [Argument]
  }

  package struct Argument: Sendable, Encodable {
    package var field: FieldPlan
    package var value: ValuePlan
    /// Whether the call fails where the value is missing, though the field may be left out.
    package var mustBeThere = false
    /// What becomes of the field where the value is missing.
    package internal(set) var absence = Absence.failure
  }

  package enum Absence: String, Sendable, Encodable {
    /// The step fails.
    case failure
    /// The field is left out.
    case nothing
    /// The field has its default value.
    case defaultValue
  }
}

extension WorkflowCallPlan {
  /// The workflow that it calls, and those that run before that one.
  package var workflows: [String] { [workflow] + first.map(\.workflow) }

  /// What it hands over to all of them.
  var everyArgument: [Argument] { arguments + first.flatMap(\.arguments) }

  private var first: [Dependency] { if case .run(let calls) = dependencies { calls } else { [] } }
}
