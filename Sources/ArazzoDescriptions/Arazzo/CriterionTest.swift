import ArazzoDocuments
import ArazzoExpressions

/// The condition of a criterion, parsed in the language of its type.
package enum CriterionTest: Sendable {
  /// `true` or `false`, as YAML has them.
  case constant(Bool)
  case simple(ParsedCondition)
  /// The context equals a JSON value (dialect P6).
  case equals(Node)
  case regex(RegexCondition)
  case jsonPath(JSONPathCondition)
  case xpath(ParsedXPath)
  /// The condition isn't a string, which its type requires.
  case notText
}

extension CriterionTest {
  /// - Parameter context: Whether the criterion has a context, which makes a JSON value of a
  /// `simple`
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
      case .xpath: .xpath(try ParsedXPath.parse(text))
      }
    }
  }
}

extension JSONPathLanguage {
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

extension ArazzoReader {
  func criteria(_ name: String, _ fields: Fields) -> [Criterion] {
    fields.sequence(name, of: "criteria").enumerated().compactMap {
      criterion($1, "criterion \($0 + 1) in '\(name)' of \(fields.subject)")
    }
  }

  private func criterion(_ node: Node, _ subject: String) -> Criterion? {
    if let text = node.string {
      diagnostics.warning(
        "\(subject) must be a mapping, found a string", at: node.location,
        suggestion: "write condition: \(text)")
      return Criterion(kind: .simple, context: nil, condition: node, location: node.location)
    }
    guard let fields = Fields(node, subject, diagnostics) else { return nil }
    fields.check(known: ["context", "condition", "type"])
    let context = fields.string("context")
    let condition = fields.required("condition")
    if let error = condition?.unquotedExpressionError {
      diagnostics.add(error)
      return nil
    }
    let type = type(fields)
    guard let condition, let (kind, version) = type else { return nil }
    if kind != .simple, context == nil {
      diagnostics.error(
        "\(subject) lacks the required field 'context', which a '\(kind.rawValue)' criterion needs",
        at: node.location,
        suggestion: "write context: $response.body, or another expression")
      return nil
    }
    return Criterion(
      kind: kind, context: context, condition: condition, location: node.location,
      version: version, node: node)
  }

  private func type(
    _ fields: Fields
  ) -> (kind: Criterion.Kind, version: Located<String>?)? {
    guard let node = fields.optional("type") else { return (.simple, nil) }
    return fields.expressionType(
      node, "type", among: [Criterion.Kind.simple, .regex, .jsonpath, .xpath])
  }
}

/// The `context` of a criterion or of a Selector Object: the value that it applies to.
package struct ContextReference: Sendable {
  /// What the grammar of runtime expressions does not have: an object of several values (dialect
  /// P3).
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
