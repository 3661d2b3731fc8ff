import ArazzoDocuments
import ArazzoExpressions

extension Node {
  /// The error where `{$inputs.x}` stands without quotes: YAML reads a mapping whose only key is the
  /// expression, without a value. `nil` where this is nothing of the kind.
  package var unquotedExpressionError: Diagnostic? {
    guard let members = mapping?.members, let only = members.first, members.count == 1,
      only.value.isNull, only.key.value.hasPrefix("$"),
      (try? RuntimeExpression.parse(only.key.value)) != nil
    else { return nil }
    let expression = only.key.value
    return Diagnostic(
      .error, "'{\(expression)}' without quotes is a mapping in YAML, and no expression",
      at: location, suggestion: "put it in quotes: '\(expression.replacing("'", with: "''"))'")
  }
}
