import ArazzoCompiler

/// What everything in the code of one workflow is called.
struct WorkflowNames {
  let type: String
  let function: String
  let inputs: InputNames
  let variables: VariableNames
  private let document: DocumentNames
  private let id: String
  private let states: [String: String]
  private let outputs: [String: String]
  private let endings: [EndingPlan: String]
  private let results: [Int: String]

  init(_ plan: WorkflowPlan, in document: DocumentNames) {
    self.document = document
    id = plan.id
    type = document.type(plan.id)
    function = document.function(plan.id)
    let choices = document.choices
    inputs = InputNames(plan.inputs, outerTypes: [type, document.typesType]) {
      choices.field($0, of: plan.name)
    }
    let steps = plan.steps.map(\.id)
    let stateNames = NameScope.resolve(
      steps.map { step in
        ReservedNames.member(
          choices.step(step, of: plan.name) ?? SwiftName.lower(step, prefix: "step"))
      })
    states = Dictionary(zip(steps, stateNames), uniquingKeysWith: { first, _ in first })
    let outputNames = plan.outputs.map(\.name)
    outputs = Dictionary(
      zip(
        outputNames,
        NameScope.resolve(
          outputNames.map { name in
            ReservedNames.member(choices.field(name, of: plan.name) ?? SwiftName.lower(name))
          })),
      uniquingKeysWith: { first, _ in first })
    let endNames = plan.endings.map {
      ReservedNames.member(SwiftName.lower($0.name, prefix: "ending"))
    }
    endings = Dictionary(
      zip(
        plan.endings,
        NameScope.resolve(endNames, taken: Self.outcomeMembers)),
      uniquingKeysWith: { first, _ in first })
    self.results = Self.results(of: plan, in: document)
    let results = plan.dependsOn.flatMap { id in
      DocumentNames.dependencySuffixes.map { document.dependency(id) + $0 }
    }
    variables = VariableNames(
      plan, states: states, taken: document.allFunctions, Set(results))
  }

  func state(_ step: String) -> String { states[step] ?? SwiftName.lower(step, prefix: "step") }
  func output(_ name: String) -> String { outputs[name] ?? SwiftName.lower(name) }
  func ending(_ ending: EndingPlan) -> String {
    endings[ending] ?? SwiftName.lower(ending.name, prefix: "ending")
  }

  /// The type of what is known at some endings.
  func result(_ result: ResultPlan) -> String { results[result.number] ?? "Outputs" }

  /// What an outcome has besides its cases.
  private static let outcomeMembers: Set<String> = [
    "encode", "ending", "knownOutputs", "outputs", "requireSuccess",
    "workflow", "workflowError",
  ]

  /// `Outputs` at the main ending, `FailureOutputs` at the failures that share what is known, and the
  /// others after the first ending that has them.
  private static func results(
    of plan: WorkflowPlan, in document: DocumentNames
  ) -> [Int: String] {
    let main = plan.mainResult?.number
    let others = plan.results.all.filter { $0.number != main && plan.returnsOutcome }
    let declared = document.declarations.types(of: plan.id).filter { $0.parent == nil }
      .compactMap { document.declarations.path(of: $0.id).first }
    let ofFailures = others.filter { $0.endings.count > 1 && $0.endings.allSatisfy(\.isFailure) }
    let names = NameScope.resolve(
      others.map { result in
        if ofFailures == [result] { return "FailureOutputs" }
        return SwiftName.upper(result.endings.first?.name ?? "", prefix: "Ending") + "Outputs"
      },
      taken: ReservedNames.types, Set(declared))
    return Dictionary(zip(others.map(\.number), names), uniquingKeysWith: { first, _ in first })
  }

  /// The Swift type of a value; nested ones from the workflow's type down where `isOutside`.
  func type(_ type: TypePlan, isOutside: Bool) -> String {
    layout(of: type, isOutside: isOutside).flat
  }

  /// The same type, which can break before each name that stands in another.
  func layout(of type: TypePlan, isOutside: Bool, isOptional: Bool = false) -> Layout {
    if isOptional { return [layout(of: type, isOutside: isOutside), "?"] }
    switch type {
    case .nullable(let inner):
      let inner: Layout = [.softLine, layout(of: inner, isOutside: isOutside)]
      return .group(["Nullable<", .indent(inner), .softLine, ">"])
    case .array(let element): return ["[", layout(of: element, isOutside: isOutside), "]"]
    case .dictionary(let value):
      return ["[String: ", layout(of: value, isOutside: isOutside), "]"]
    case .structure(let plan): return nominal(plan.path, isOutside: isOutside)
    case .enumeration(let plan): return nominal(plan.path, isOutside: isOutside)
    case .enclosing(let path): return nominal(path, isOutside: isOutside)
    case .declared(let declaration):
      return .qualified(document.path(of: declaration, in: isOutside ? nil : id))
    default: return .text(type.swiftScalar)
    }
  }

  private func nominal(_ path: [String], isOutside: Bool) -> Layout {
    .qualified((isOutside ? [type] : []) + inputs.qualifiedPath(of: path))
  }
}

extension TypePlan {
  /// The Swift type of a value that has no parts with a type.
  var swiftScalar: String {
    switch self {
    case .string: "String"
    case .integer: "Int"
    case .unsigned: "UInt64"
    case .number: "Double"
    case .boolean: "Bool"
    case .secret: "Secret"
    case .data: "Data"
    case .upload: "Upload"
    case .timestamp: "APITimestamp"
    case .uuid: "UUID"
    case .url: "URL"
    case .json, .nullable, .array, .dictionary, .structure, .enumeration, .enclosing, .declared:
      "JSONValue"
    }
  }
}
