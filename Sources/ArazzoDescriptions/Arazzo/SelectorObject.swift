import ArazzoDocuments
import ArazzoExpressions

/// A Selector Object (Arazzo 1.1): selects a part of an expression's value.
package struct SelectorObject: Sendable {
  /// A runtime expression.
  package var context: ContextReference
  package var path: SelectorPath
}

/// The path of a selector, or of the target of a replacement.
package struct SelectorPath: Sendable {
  package enum Tree: Sendable {
    case pointer(JSONPointer)
    case jsonPath(ParsedQuery)
    case xpath(ParsedXPath)
  }

  /// The text as a node, so that places inside it can be named.
  package let node: Node
  package let language: SelectorLanguage
  package let tree: Result<Tree, ExpressionError>

  package init(_ node: Node, _ language: SelectorLanguage, version: String?) {
    self.node = node
    self.language = language
    let text = node.string ?? ""
    tree = Result { () throws(ExpressionError) in
      switch language {
      case .jsonpointer: try Self.pointer(text)
      case .jsonpath:
        .jsonPath(try ParsedQuery.parse(text, language: .init(version: version)))
      case .xpath: .xpath(try ParsedXPath.parse(text))
      }
    }
  }

  private static func pointer(_ text: String) throws(ExpressionError) -> Tree {
    do throws(JSONPointer.ParseError) {
      let isFragment = text.hasPrefix("#")
      return .pointer(
        try isFragment ? JSONPointer(parsingFragment: text) : JSONPointer(parsing: text))
    } catch {
      throw ExpressionError(error.message, offset: 0)
    }
  }

  /// The text as it is written.
  package var value: String { node.string ?? "" }
  package var location: Location { node.location }

  /// The pointer; `nil` where it is none.
  package var pointer: JSONPointer? {
    if case .success(.pointer(let pointer)) = tree { pointer } else { nil }
  }
}

/// The language of a selector, or of the target of a replacement.
package enum SelectorLanguage: String, Sendable, CaseIterable {
  case jsonpointer, jsonpath, xpath
}

extension SelectorObject {
  /// What the selector reads from; `nil` where the context is no expression.
  package var source: RuntimeExpression? { context.source }

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
    let selector = fields.required("selector").flatMap { node in
      fields.string(node, "selector").map { _ in node }
    }
    let type = fields.required("type").flatMap {
      fields.expressionType($0, "type", among: SelectorLanguage.allCases)
    }
    guard let context, let selector, let type else { return nil }
    self.init(
      context: ContextReference(context),
      path: SelectorPath(selector, type.kind, version: type.version?.value))
  }

  /// Whether a mapping that might as well be data is a Selector Object.
  static func isMeant(by node: Node) -> Bool {
    guard let mapping = node.mapping, mapping.members.count == 3,
      mapping["selector"]?.string != nil, mapping["type"] != nil
    else { return false }
    return mapping["context"]?.string?.hasPrefix("$") == true
  }
}
