import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// What a step does not set.
extension OperationCompiler {
  func checkPathParameters(_ written: [Parameter]) {
    let set = Set(written.filter { $0.place == .path }.map(\.name.value))
    for name in operation.path.templateNames where !set.contains(name) {
      diagnostics.error(
        "step '\(step.id.value)' does not set the path parameter '\(name)' of "
          + "\(operation.method) \(operation.path)", at: step.id.location,
        suggestion: didYouMean(name, in: set.sorted()))
    }
  }

  func warnAboutRequired(_ written: [Parameter]) {
    for declared in operation.parameters where declared.isRequired && declared.place != .path {
      if declared.place == .header, declared.name.isFramingField { continue }
      let isSet = written.contains {
        declared.isSet(by: $0)
      }
      if !isSet {
        diagnostics.warning(
          "step '\(step.id.value)' does not set the required \(declared.place.rawValue) "
            + "parameter '\(declared.name)' of \(operation.method) \(operation.path)",
          at: step.id.location)
      }
    }
  }

  /// Rule V9: what a body requires must be able to be there.
  func refuseValueless(_ needed: Set<VariableKey>) {
    for key in needed.sorted(by: { $0.expression < $1.expression }) {
      let variable = scope.variable(key)
      let value = ValuePlan(
        kind: .variable(variable), type: variable.type, isOptional: true, expression: nil)
      guard values.canNeverBe(value) else { continue }
      diagnostics.error(
        "the body of \(operation.method) \(operation.path) requires "
          + "\(key.expression.quotedForMessage), which can never have a value",
        at: step.requestBody?.location)
    }
  }

  func warnAboutBody() {
    if step.requestBody == nil, operation.requestBody?.isRequired == true {
      diagnostics.warning(
        "step '\(step.id.value)' sends no body, which \(operation.method) \(operation.path) "
          + "requires", at: step.id.location)
    }
  }
}

extension String {
  /// The names in braces of a path template.
  var templateNames: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
