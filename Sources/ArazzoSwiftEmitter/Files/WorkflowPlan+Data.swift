import ArazzoCompiler

extension WorkflowPlan {
  /// Whether the code names `Data`, which is Foundation's.
  var namesData: Bool {
    let outputs = self.outputs.map(\.type) + steps.flatMap(\.outputs).map(\.variable.type)
    return TypePlan.structure(inputs).holdsData || outputs.contains(where: \.holdsData)
  }
}

extension TypePlan {
  fileprivate var holdsData: Bool {
    switch self {
    case .data: true
    case .array(let element), .dictionary(let element): element.holdsData
    case .structure(let plan): plan.fields.contains { $0.type.holdsData }
    case .string, .integer, .number, .boolean, .secret, .json, .enumeration, .declared: false
    }
  }
}
