import ArazzoCompiler

extension WorkflowPlan {
  /// The modules besides the runtime whose types its declarations name.
  var declaringModules: [String] {
    (names([.data, .uuid, .url]) ? ["Foundation"] : [])
      + (names([.upload]) ? ["ArazzoForms"] : [])
  }

  private func names(_ wanted: [TypePlan]) -> Bool {
    let outputs = self.outputs.map(\.type) + steps.flatMap(\.outputs).map(\.variable.type)
    let members = types.flatMap(\.members).map(\.type)
    return ([.structure(inputs)] + outputs + members).contains { $0.holds(wanted) }
  }
}

extension TypePlan {
  fileprivate func holds(_ wanted: [TypePlan]) -> Bool {
    switch self {
    case .array(let element), .dictionary(let element), .nullable(let element):
      element.holds(wanted)
    case .structure(let plan): plan.fields.contains { $0.type.holds(wanted) }
    default: wanted.contains(self)
    }
  }
}
