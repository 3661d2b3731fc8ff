import ArazzoCompiler

extension WorkflowPlan {
  /// The modules besides the runtime whose types its declarations name.
  var declaringModules: [String] {
    (names(.data) ? ["Foundation"] : []) + (names(.upload) ? ["ArazzoForms"] : [])
  }

  private func names(_ type: TypePlan) -> Bool {
    let outputs = self.outputs.map(\.type) + steps.flatMap(\.outputs).map(\.variable.type)
    return ([.structure(inputs)] + outputs).contains { $0.holds(type) }
  }
}

extension TypePlan {
  fileprivate func holds(_ type: TypePlan) -> Bool {
    switch self {
    case .data, .upload: self == type
    case .array(let element), .dictionary(let element): element.holds(type)
    case .structure(let plan): plan.fields.contains { $0.type.holds(type) }
    case .string, .integer, .number, .boolean, .secret, .json, .enumeration, .declared: false
    }
  }
}
