@testable import ArazzoCompiler

// Short ways to write plans by hand.

extension ValuePlan {
  static func string(_ text: String) -> ValuePlan {
    ValuePlan(kind: .literal(.string(text)), type: .string, isOptional: false, expression: nil)
  }

  static func literal(_ literal: LiteralPlan, _ type: TypePlan = .json) -> ValuePlan {
    ValuePlan(kind: .literal(literal), type: type, isOptional: false, expression: nil)
  }

  static func input(_ path: String..., type: TypePlan = .string, isOptional: Bool = false)
    -> ValuePlan
  {
    ValuePlan(
      kind: .input(path), type: type, isOptional: isOptional,
      expression: "$inputs." + path.joined(separator: "."))
  }

  static func variable(_ variable: VariablePlan) -> ValuePlan {
    ValuePlan(
      kind: .variable(variable), type: variable.type, isOptional: variable.isOptional,
      expression: "$steps.\(variable.step).outputs.\(variable.output)")
  }

  static func body(
    _ pointer: String..., type: TypePlan = .json, isOptional: Bool = true
  ) -> ValuePlan {
    ValuePlan(
      kind: .responseBody(pointer: .init(pointer)), type: type, isOptional: isOptional,
      expression: "$response.body#/" + pointer.joined(separator: "/"))
  }

  static func text(_ parts: ValuePlan...) -> ValuePlan {
    ValuePlan(
      kind: .text(parts), type: .string, isOptional: parts.contains { $0.isOptional },
      expression: nil)
  }

  static func object(_ members: KeyValuePairs<String, ValuePlan>) -> ValuePlan {
    ValuePlan(
      kind: .object(members.map { Member(name: $0.key, value: $0.value) }), type: .json,
      isOptional: false, expression: nil)
  }

  static func array(_ elements: ValuePlan...) -> ValuePlan {
    ValuePlan(kind: .array(elements), type: .json, isOptional: false, expression: nil)
  }

  static func of(
    _ kind: Kind, _ type: TypePlan = .string, isOptional: Bool = true, expression: String? = nil
  ) -> ValuePlan {
    ValuePlan(kind: kind, type: type, isOptional: isOptional, expression: expression)
  }

  static let missing = ValuePlan(
    kind: .missing, type: .json, isOptional: true, expression: "$steps.later.outputs.x")
}

extension VariablePlan {
  init(_ step: String, _ output: String, _ type: TypePlan = .string, isOptional: Bool = false) {
    self.init(step: step, output: output, type: type, isOptional: isOptional)
  }

  /// Read from the response at a pointer.
  func read(_ pointer: String...) -> StepOutputPlan {
    StepOutputPlan(
      variable: self,
      value: ValuePlan(
        kind: .responseBody(pointer: .init(pointer)), type: type, isOptional: isOptional,
        expression: "$response.body#/" + pointer.joined(separator: "/")))
  }
}

extension FieldPlan {
  init(
    _ name: String, _ type: TypePlan = .string, isOptional: Bool = false,
    default value: LiteralPlan? = nil, about description: String? = nil, notes: [String] = []
  ) {
    self.init(
      name: name, type: type, isOptional: isOptional, defaultValue: value,
      description: description, notes: notes)
  }
}

extension StructPlan {
  init(_ fields: FieldPlan...) { self.init(path: [], description: nil, fields: fields) }
}

extension CriterionPlan {
  init(_ text: String, _ condition: ConditionPlan) { self.init(condition: condition, text: text) }

  static func status(_ code: Int) -> CriterionPlan {
    CriterionPlan("$statusCode == \(code)", .status(.equal, code))
  }

  /// A strict comparison with a string.
  static func strict(_ pointer: String..., equals text: String) -> CriterionPlan {
    CriterionPlan(
      "$.\(pointer.joined(separator: ".")) == '\(text)'",
      .comparison(
        .equal,
        ValuePlan(
          kind: .responseBody(pointer: .init(pointer)), type: .json, isOptional: true,
          expression: nil),
        .string(text), .strict))
  }
}

extension EndingPlan {
  static let completed = EndingPlan(name: "completed", kind: .completed)
  static func success(_ name: String) -> EndingPlan { EndingPlan(name: name, kind: .success) }
  static func failure(_ name: String) -> EndingPlan { EndingPlan(name: name, kind: .failure) }
}

extension ActionPlan {
  init(_ name: String, when criteria: CriterionPlan..., then transition: TransitionPlan) {
    self.init(name: name, criteria: criteria, transition: transition)
  }
}

extension StepPlan {
  /// A step that needs little; what is not given is empty.
  init(
    _ id: String, _ description: String? = nil, carried: [VariablePlan] = [], call: CallPlan,
    criteria: [CriterionPlan] = [CriterionPlan("2xx", .isSuccessStatus)],
    outputs: [StepOutputPlan] = [], onSuccess: [ActionPlan] = [],
    otherwise: TransitionPlan?, onFailure: [ActionPlan] = []
  ) {
    let outputs = outputs.map { output in
      var output = output
      output.isRenewed = carried.contains { $0.key == output.variable.key }
      return output
    }
    self.init(
      id: id, description: description, carried: carried, call: call, criteria: criteria,
      outputs: outputs, onSuccess: onSuccess, otherwise: otherwise, onFailure: onFailure)
  }
}

extension ServerPlan {
  static let api = ServerPlan(source: "appsApi", url: "https://dust.tt", description: nil)
}

extension CallPlan {
  static func request(
    _ method: String, _ path: String, _ parameters: [ParameterPlan] = [], body: BodyPlan? = nil,
    operationID: String? = nil, accept: [String] = [], keepsRedirects: Bool = false
  ) -> CallPlan {
    .operation(
      OperationPlan(
        operationID: operationID, method: method, path: path, server: .api,
        parameters: parameters, body: body, accept: accept, keepsRedirects: keepsRedirects))
  }
}

extension ParameterPlan {
  static func path(_ name: String, _ value: ValuePlan) -> ParameterPlan {
    ParameterPlan(name: name, place: .path, value: value, isRequired: true)
  }
  static func query(
    _ name: String, _ value: ValuePlan, isRequired: Bool = false
  ) -> ParameterPlan {
    ParameterPlan(name: name, place: .query, value: value, isRequired: isRequired)
  }
  static func header(
    _ name: String, _ value: ValuePlan, isRequired: Bool = false
  ) -> ParameterPlan {
    ParameterPlan(name: name, place: .header, value: value, isRequired: isRequired)
  }
  static func bearer(_ token: ValuePlan) -> ParameterPlan {
    var parameter = header("Authorization", .text(.string("Bearer "), token))
    parameter.bearerToken = token
    return parameter
  }
  static func cookie(_ name: String, _ value: ValuePlan) -> ParameterPlan {
    ParameterPlan(name: name, place: .cookie, value: value, isRequired: false)
  }
}

extension WorkflowPlan {
  /// A workflow with the same outputs at every ending that gives any.
  init(
    _ id: String, _ summary: String? = nil, description: String? = nil,
    inputs: StructPlan = StructPlan(), outputs: [OutputPlan] = [],
    endings: [EndingPlan] = [.completed], steps: [StepPlan], isMachine: Bool = false
  ) {
    let giving = endings.filter { $0.kind != .continued }
    let results = ResultsPlan(outputs.isEmpty ? [] : [(outputs, giving)])
    self.init(
      id: id, name: id, summary: summary, description: description, inputs: inputs,
      outputs: outputs, results: results, endings: endings, steps: steps, isMachine: isMachine)
  }
}

extension OutputPlan {
  init(_ name: String, _ type: TypePlan = .string, isOptional: Bool = false, from: String) {
    self.init(name: name, type: type, isOptional: isOptional, expression: from)
  }
}

extension QueryPlan {
  /// A query with one selector in each segment.
  init(_ selectors: Selector...) {
    self.init(
      root: .root, segments: selectors.map { Segment(isDescendant: false, selectors: [$0]) })
  }
}
