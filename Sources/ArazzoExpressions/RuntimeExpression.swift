import ArazzoDocuments

/// A runtime expression (Arazzo 1.0.1 and 1.1.0, "Runtime Expressions").
package indirect enum RuntimeExpression: Sendable, Hashable {
  case url
  case method
  case statusCode
  case selfURL
  case request(MessagePart)
  case response(MessagePart)
  case inputs(Reference)
  case outputs(Reference)
  /// `$steps.ID.outputs.REST`; `isSpelledOut` is false where `.outputs` was left out (dialect P3).
  case steps(id: String, reference: Reference, isSpelledOut: Bool)
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

/// Why a text is not what it should be, with the offset in Unicode scalars where reading stopped.
package struct ExpressionError: Error, Hashable {
  package let message: String
  package let offset: Int
  package let suggestion: String?

  package init(_ message: String, offset: Int, suggestion: String? = nil) {
    self.message = message
    self.offset = offset
    self.suggestion = suggestion
  }
}

extension RuntimeExpression {
  /// Reads a text that is one whole runtime expression.
  ///
  /// Accepts the dialects P2 and P3 (dots and indexes after a reference, `.outputs` left out,
  /// `$response.headers.X`, `$body`); the result says so, the caller reports it.
  package static func parse(_ text: String) throws(ExpressionError) -> ParsedExpression {
    throw ExpressionError("not read yet", offset: 0)
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

extension RuntimeExpression.Reference {
  /// Splits the path into a declared name, the longest that fits, and the pointer that the rest
  /// means: `orders[0].id` with `orders` declared is (`orders`, `/0/id`).
  ///
  /// - Returns: `nil` where no declared name fits; `usedDots` tells whether dialect P2 was needed.
  package func resolve(
    declared: some Sequence<String>
  ) -> (name: String, pointer: JSONPointer, usedDots: Bool)? {
    nil
  }
}
