import ArazzoDocuments
import ArazzoExpressions

/// The `context` of a criterion or of a Selector Object: what the rest is asked of.
package struct ContextReference: Sendable {
  /// What the grammar of runtime expressions does not have: an object of several values (dialect P3).
  package enum Whole: Sendable, Hashable {
    /// `$inputs`
    case inputs
    /// `$steps.ID.outputs`, where there is such a step.
    case outputs(step: String)
  }

  package let text: Located<String>
  package let whole: Whole?
  package let expression: Result<ParsedExpression, ExpressionError>

  package init(_ text: Located<String>) {
    self.text = text
    whole = Whole(text.value)
    expression = Result { () throws(ExpressionError) in try RuntimeExpression.parse(text.value) }
  }

  /// The expression; `nil` where the context is none.
  package var source: RuntimeExpression? { try? expression.get().expression }

  package var value: String { text.value }
  package var location: Location { text.location }
}

extension ContextReference.Whole {
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if text == "$inputs" {
      self = .inputs
    } else if parts.count > 2, parts.first == "$steps", parts.last == "outputs" {
      self = .outputs(step: parts.dropFirst().dropLast().joined(separator: "."))
    } else {
      return nil
    }
  }
}
