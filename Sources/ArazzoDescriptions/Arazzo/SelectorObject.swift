import ArazzoDocuments
import ArazzoExpressions

/// A Selector Object (Arazzo 1.1): a part of what an expression stands for.
package struct SelectorObject: Sendable {
  /// A runtime expression.
  package var context: Located<String>
  package var selector: Located<String>
  package var language: SelectorLanguage
  /// As the document has it; `nil` leaves it to the language.
  package var version: Located<String>?
  package var location: Location
}

/// What a selector, or the target of a replacement, is written in.
package enum SelectorLanguage: String, Sendable, CaseIterable {
  case jsonpointer, jsonpath, xpath
}

extension SelectorObject {
  /// What the selector reads from; `nil` where the context is no expression.
  package var source: RuntimeExpression? { context.expression }

  /// The Selector Object that a node plainly is: a mapping of the three fields, whose context is an
  /// expression. One that is misspelled was reported when the document was read.
  package init?(_ node: Node) {
    guard Self.isMeant(by: node), let fields = Fields(node, "", Diagnostics()),
      let selector = SelectorObject(fields)
    else { return nil }
    self = selector
  }

  /// Reads the object's fields; reports what is wrong with them.
  init?(_ fields: Fields) {
    let context = fields.requiredString("context")
    // A JSON Pointer may be empty.
    let selector = fields.required("selector").flatMap { fields.string($0, "selector") }
    let type = fields.required("type").flatMap {
      fields.expressionType($0, "type", among: SelectorLanguage.allCases)
    }
    guard let context, let selector, let type else { return nil }
    self.init(
      context: context, selector: selector, language: type.kind, version: type.version,
      location: fields.location)
  }

  /// Whether a mapping that might as well be data is a Selector Object.
  static func isMeant(by node: Node) -> Bool {
    guard let mapping = node.mapping, mapping.members.count == 3,
      mapping["selector"]?.string != nil, mapping["type"] != nil
    else { return false }
    return mapping["context"]?.string?.hasPrefix("$") == true
  }
}

extension Criterion {
  /// What the condition is asked of; `nil` where there is no context, or one that is no expression.
  package var source: RuntimeExpression? { context?.expression }
}

extension Located<String> {
  /// The expression that the text is. What is wrong with one that is none is told where it compiles.
  fileprivate var expression: RuntimeExpression? {
    (try? RuntimeExpression.parse(value))?.expression
  }
}
