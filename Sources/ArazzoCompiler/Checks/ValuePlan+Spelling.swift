import ArazzoDocuments

extension ValuePlan {
  /// How a document spells the value: a whole condition may stand in ``ValuePlan/expression``.
  var spelling: String? {
    switch kind {
    case .input(let names): "$inputs." + names.joined(separator: ".")
    case .variable(let variable): variable.key.expression
    case .responseContent: "$response.body"
    case .responseBody(let pointer): "$response.body" + Self.fragment(pointer)
    case .member(let base, let pointer): base.spelling.map { $0 + Self.fragment(pointer) }
    case .statusCode: "$statusCode"
    case .callOutput(let name): "$outputs.\(name)"
    case .dependencyOutput(let workflow, let name): "$workflows.\(workflow).outputs.\(name)"
    case .dependencyInput(let workflow, let names):
      "$workflows.\(workflow).inputs." + names.joined(separator: ".")
    default: expression
    }
  }

  private static func fragment(_ tokens: [PointerToken]) -> String {
    tokens.isEmpty ? "" : "#\(JSONPointer(tokens: tokens.texts))"
  }
}
