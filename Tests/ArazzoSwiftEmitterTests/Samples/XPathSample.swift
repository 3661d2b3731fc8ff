import ArazzoExpressions

@testable import ArazzoCompiler

extension WorkflowPlan {
  /// A response in XML, of which XPath expressions are asked.
  static let xml = WorkflowPlan(
    "watchFeed",
    inputs: StructPlan(FieldPlan("id"), FieldPlan("least", .integer, isOptional: true)),
    endings: [.completed, .success("sold out")],
    steps: [
      StepPlan(
        "read", call: .request("GET", "/feed"),
        criteria: [
          .status(200), .xpath("/feed/entry[@id = {$inputs.id}]", [.input("id")]),
          .xpath(
            "count(//entry[not(@state='gone')][price > {$inputs.least}]/preceding::node()) >= 1.50",
            [.input("least", type: .integer, isOptional: true)]),
          .xpath("'yes'", []),
        ],
        outputs: [VariablePlan("read", "copy", isOptional: true).read("copy")],
        onSuccess: [
          ActionPlan(
            "sold out",
            when: .xpath(
              "/r = 'x-{$inputs.id}'", [.text(.string("x-"), .input("id"))],
              on: .variable(VariablePlan("read", "copy", isOptional: true))),
            then: .end(.success("sold out"), outputs: []))
        ],
        otherwise: .end(.completed, outputs: []),
        onFailure: [
          ActionPlan(
            "stop", when: .xpath("//fault", []), then: .end(.completed, outputs: []))
        ])
    ])
}

extension CriterionPlan {
  /// - Parameter values: What each `{$…}` stands for, in order.
  static func xpath(
    _ text: String, _ values: [ValuePlan],
    on context: ValuePlan = .of(.responseBody(pointer: []), .json)
  ) -> CriterionPlan {
    guard let expression = try? ParsedXPath.parse(text) else {
      return CriterionPlan(text, .constant(false))
    }
    var rest = values[...]
    let compiled = expression.map { _ in rest.popFirst() ?? .missing }
    return CriterionPlan(
      text, .xpath(XPathPlan(context: context, expression: compiled, text: text)))
  }
}
