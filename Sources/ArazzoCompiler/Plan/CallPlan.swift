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
  /// Required credentials that the step doesn't set: alternatives, each of one or more schemes
  /// (rule H7).
  package var security: [[SchemePlan]] = []
  /// Instead of query parameters.
  package var queryString: QueryStringPlan?
  package var body: BodyPlan?
  /// The media types that the operation offers, for `Accept`; empty where it offers none or the
  /// step sends its own.
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

  /// What it passes to all of them.
  var everyArgument: [Argument] { arguments + first.flatMap(\.arguments) }

  private var first: [Dependency] { if case .run(let calls) = dependencies { calls } else { [] } }
}

/// A value that is the whole query string.
package struct QueryStringPlan: Sendable, Encodable {
  package var value: ValuePlan
  /// Whether it is encoded as one piece; else it is text that is a query already, or the fields of
  /// a form.
  package var isContent: Bool
  package var isRequired: Bool
}

/// The body of a request.
package struct BodyPlan: Sendable, Encodable {
  /// The format of a body.
  package enum Format: Sendable, Encodable {
    case json
    /// `application/x-www-form-urlencoded`; the value is an object.
    case form([FormFieldPlan])
    /// `multipart/form-data`; the value is an object.
    case multipart([PartPlan])
    /// A text in UTF-8, or bytes.
    case content
  }

  package var contentType: String
  package var value: ValuePlan
  package var isRequired: Bool
  package var format = Format.json
}

/// A field of a form that is not written in the default way: an array as a pair for each element,
/// an object as JSON.
package struct FormFieldPlan: Sendable, Encodable {
  package var name: String
  package var style: SerializationPlan
}

/// A part of a multipart body that is a file, or whose description declares more than its
/// does.
package struct PartPlan: Sendable, Encodable {
  package var name: String
  package var isFile: Bool
  /// `nil` leaves it to the value.
  package var contentType: String?
  /// Further header fields, in the description's order.
  package var headers: [Header] = []
  /// How the value is written where it is not text of its content type.
  package var style: SerializationPlan?

  package struct Header: Sendable, Encodable {
    package var name: String
    package var value: String
  }
}

/// The servers of one source description's operations.
package struct ServerPlan: Sendable, Encodable, Hashable {
  /// The name of the source description.
  package var source: String
  /// The title of the source's document; empty where it has none.
  package var title = ""
  /// The first server's URL with the defaults of its variables; relative where the description
  /// leaves the host to the caller.
  package var url: String
  package var description: String?
  /// The servers that the caller can choose from, the default first; empty where there is no
  /// choice.
  package var choices: [ServerChoicePlan] = []
}

/// One of several servers, or a server with variables.
package struct ServerChoicePlan: Sendable, Encodable, Hashable {
  /// What the description calls it.
  package var name: String?
  package var description: String?
  /// The texts of the URL and the variables between them.
  package var url: [Part]
  package var variables: [ServerVariablePlan]

  package enum Part: Sendable, Encodable, Hashable {
    case text(String)
    case variable(String)
  }
}

/// A variable in the URL of a server.
package struct ServerVariablePlan: Sendable, Encodable, Hashable {
  package var name: String
  package var defaultValue: String
  /// The values that there are, the default among them; empty where any text is one.
  package var values: [String]
  package var description: String?
}
