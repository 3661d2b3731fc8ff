import ArazzoDocuments

/// A runtime expression (Arazzo 1.0.1 and 1.1.0, "Runtime Expressions").
package indirect enum RuntimeExpression: Sendable, Hashable {
  case url
  case method
  case statusCode
  case selfURL
  case request(MessagePart)
  case response(MessagePart)
  /// Of a step on a channel; the payload is a body.
  case message(MessagePart)
  case inputs(Reference)
  case outputs(Reference)
  /// `$steps.ID.outputs.REST`, or without `.outputs` (dialect P3).
  case steps(id: String, reference: Reference)
  /// `$workflows.ID.inputs|outputs.REST`.
  case workflows(id: String, part: WorkflowPart, reference: Reference)
  /// `$sourceDescriptions.NAME.REST`.
  case sourceDescriptions(name: String, reference: String)
  /// `$components.KIND.NAME`.
  case components(kind: String, name: String)

  package enum WorkflowPart: String, Sendable, Hashable { case inputs, outputs }

  /// What of a request or response is meant.
  package enum MessagePart: Sendable, Hashable {
    case header(String)
    case query(String)
    case path(String)
    /// `pointer` is nil for the whole body. `dotted` is true where dots and indexes stand in place
    /// of a JSON Pointer (dialect P2).
    case body(pointer: JSONPointer?, dotted: Bool)
  }

  /// A name and what follows it. Names may hold dots, so which part is the name is decided against
  /// the declared names (rule V4).
  package struct Reference: Sendable, Hashable {
    /// The text after the root, up to `#`: a declared name, perhaps followed by dots and indexes.
    package var path: String
    /// The pointer after `#`.
    package var pointer: JSONPointer?

    package init(path: String, pointer: JSONPointer? = nil) {
      self.path = path
      self.pointer = pointer
    }
  }
}

extension RuntimeExpression {
  /// Whether no dots or indexes follow a name, or stand in place of a JSON Pointer (rule V4, dialect P2).
  var isPlain: Bool {
    switch self {
    case .inputs(let reference), .outputs(let reference), .steps(_, let reference),
      .workflows(_, _, let reference):
      !reference.path.contains { $0 == "." || $0 == "[" }
    case .request(.body(_, let dotted)), .response(.body(_, let dotted)),
      .message(.body(_, let dotted)):
      !dotted
    default: true
    }
  }
}

/// A runtime expression with the dialects that its spelling used.
package struct ParsedExpression: Sendable, Hashable {
  package var expression: RuntimeExpression
  package var dialects: Set<Dialect>

  package init(_ expression: RuntimeExpression, dialects: Set<Dialect> = []) {
    self.expression = expression
    self.dialects = dialects
  }
}
