import ArazzoDocuments
import ArazzoExpressions

/// An Arazzo description, checked for its structure but not for its meaning. Reusable objects
/// (`reference: $components.…`) are already replaced by what they refer to.
package struct ArazzoDescription: Sendable {
  package var version: Located<String>
  package var title: String
  package var summary: String?
  package var description: String?
  /// The document's own URI (`$self`), as written.
  package var selfURL: Located<String>?
  package var sourceDescriptions: [SourceDescription]
  package var workflows: [Workflow]
  package var components: Components
  /// The root of the document, for `$ref`s into it.
  package var root: Node
  /// Whether there are sources that could not be read.
  package var hasUnreadSources = false

  package struct Components: Sendable {
    /// JSON Schemas for `inputs`, by name.
    package var inputs: [String: Node]
    /// What could be read of the parameters, by name.
    package var parameters: [String: Parameter]
  }
}

/// A Source Description Object.
package struct SourceDescription: Sendable {
  package enum Kind: String, Sendable { case openapi, arazzo, asyncapi }

  package var name: Located<String>
  package var url: Located<String>
  /// As written; `nil` where the document leaves it to the content.
  package var kind: Kind?
  /// The file that was given to be read in its place.
  package var file: String?
  /// The whole object, for expressions that refer to it.
  package var node: Node
  package var location: Location
}

/// A Workflow Object.
package struct Workflow: Sendable {
  package var id: Located<String>
  package var summary: String?
  package var description: String?
  /// The JSON Schema of the inputs.
  package var inputs: Node?
  package var dependsOn: [QualifiedName]
  package var steps: [Step]
  package var successActions: [Action]
  package var failureActions: [Action]
  package var outputs: [Output]
  package var parameters: [Parameter]
  package var location: Location
  /// Whether an error was reported while it was read: what is here may not be all there is.
  package var hasErrors = false
  /// The steps that could not be read: what speaks of them is no further mistake.
  package var unreadSteps: Set<String> = []
  /// Whether there are inputs that could not be read.
  package var hasUnreadInputs = false
}

/// A Step Object.
package struct Step: Sendable {
  package enum Target: Sendable {
    case operationID(OperationReference)
    case operationPath(OperationReference)
    case workflowID(QualifiedName)
    /// A channel of an AsyncAPI description.
    case channelPath(Located<String>)
  }

  /// What a step does on a channel of an AsyncAPI description.
  package enum ChannelAction: String, Sendable { case send, receive }

  package var id: Located<String>
  package var description: String?
  package var target: Target
  /// The steps that must have run before.
  package var dependsOn: [StepReference] = []
  /// How long one attempt may take, in milliseconds.
  package var timeout: Located<Int>?
  package var channelAction: Located<ChannelAction>?
  package var parameters: [Parameter]
  package var requestBody: RequestBody?
  package var successCriteria: [Criterion]
  package var onSuccess: [Action]
  package var onFailure: [Action]
  package var outputs: [Output]
  package var location: Location
  /// Whether an error was reported while it was read: what is here may not be all there is.
  package var hasErrors = false
}

/// A named value: a step's or a workflow's output. `value` holds a runtime expression or a Selector
/// Object.
package struct Output: Sendable {
  package var name: Located<String>
  package var value: DocumentValue
}

/// A Parameter Object.
package struct Parameter: Sendable {
  package enum Place: String, Sendable { case path, query, querystring, header, cookie }

  package var name: Located<String>
  /// `nil` for the parameters of a step that calls a workflow.
  package var place: Place?
  /// A literal, an expression, a template or a Selector Object.
  package var value: DocumentValue
  package var location: Location
}

/// A Request Body Object.
package struct RequestBody: Sendable {
  package var contentType: Located<String>?
  package var payload: DocumentValue?
  package var replacements: [PayloadReplacement]
  package var location: Location
}

/// A Payload Replacement Object.
package struct PayloadReplacement: Sendable {
  package var target: Located<String>
  /// `nil` leaves it to the media type of the payload.
  package var language: SelectorLanguage?
  /// The target in its language; where that is open, in each that it may turn out to be.
  package let paths: [SelectorPath]
  package var value: DocumentValue
  package var location: Location
}

/// A Criterion Object.
package struct Criterion: Sendable {
  package enum Kind: String, Sendable { case simple, regex, jsonpath, xpath }

  package var kind: Kind
  package var context: ContextReference?
  /// The condition's text as a node, so that places inside it can be named. A condition that YAML
  /// reads as something else than a string (`true`, `200`) stays what it is.
  package var condition: Node
  package var location: Location
  /// The version of the condition's language, as the document has it.
  package var version: Located<String>?
  /// The condition's syntax tree, or what keeps the text from being one.
  package let test: Result<CriterionTest, ExpressionError>
  /// The whole object, where it is one.
  package var node: Node?
}

extension Criterion {
  package init(
    kind: Kind, context: Located<String>?, condition: Node, location: Location,
    version: Located<String>? = nil, node: Node? = nil
  ) {
    self.kind = kind
    self.context = context.map(ContextReference.init)
    self.condition = condition
    self.location = location
    self.version = version
    self.node = node
    test = CriterionTest.read(
      condition, kind, version: version?.value, hasContext: context != nil)
  }

  /// The value that the condition applies to; `nil` without a context, or if it isn't an
  /// expression.
  package var source: RuntimeExpression? { context?.source }
}

/// A Success or Failure Action Object.
package struct Action: Sendable {
  package enum Kind: String, Sendable { case end, goto, retry }

  package var name: Located<String>
  package var kind: Kind
  package var stepID: Located<String>?
  package var workflowID: QualifiedName?
  /// The parameters for the workflow that the action continues in.
  package var parameters: [Parameter] = []
  /// Seconds, as written.
  package var retryAfter: Located<Double>?
  package var retryLimit: Located<Int>?
  package var criteria: [Criterion]
  package var location: Location
  /// The whole object, if it isn't a reference.
  package var node: Node?
}
