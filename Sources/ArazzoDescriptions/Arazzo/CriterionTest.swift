import ArazzoDocuments
import ArazzoExpressions

/// What a criterion asks, read in the language of its type.
package enum CriterionTest: Sendable {
  /// `true` or `false`, as YAML has them.
  case constant(Bool)
  case simple(ParsedCondition)
  /// The context equals a JSON value (dialect P6).
  case equals(Node)
  case regex(RegexCondition)
  case jsonPath(JSONPathCondition)
  case xpath(XPathExpression)
  /// The condition is no text, which its type asks for.
  case notText
}

extension CriterionTest {
  /// - Parameter context: Whether the criterion has a context, which makes a JSON value of a `simple`
  ///   condition that is one.
  static func read(
    _ condition: Node, _ kind: Criterion.Kind, version: String?, hasContext: Bool
  ) -> Result<CriterionTest, ExpressionError> {
    if kind == .simple, hasContext, let json = condition.json { return .success(.equals(json)) }
    if kind == .simple, let bool = condition.bool { return .success(.constant(bool)) }
    let digits = kind == .regex ? condition.number : nil
    guard let text = condition.string ?? digits else { return .success(.notText) }
    return Result { () throws(ExpressionError) in
      switch kind {
      case .simple: .simple(try Condition.parse(text))
      case .regex: .regex(try RegexCondition.parse(text))
      case .jsonpath:
        .jsonPath(try JSONPathCondition.parse(text, language: .init(version: version)))
      case .xpath: .xpath(try XPathExpression.parse(text))
      }
    }
  }
}

extension JSONPathQuery.Language {
  /// - Parameter version: That of an Expression Type Object; RFC 9535 where there is none.
  init(version: String?) {
    self = version == "draft-goessner-dispatch-jsonpath-00" ? .draft : .rfc9535
  }
}

extension Node {
  /// The JSON value that the node is, or that its text reads as.
  fileprivate var json: Node? {
    guard let text = string else { return self }
    return try? DocumentReader.readJSON(SourceText(name: location.source.name, text: text))
  }
}
