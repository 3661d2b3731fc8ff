import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// A string of the document that holds expressions, with what the specification would have written in
/// its place.
struct MendedScalar {
  let location: Location
  let text: String
  let mended: String

  /// The mended text; `nil` where nothing is to be mended or it can't be written there.
  var fix: Fix? { Fix(at: location, replacing: text, with: mended) }

  /// The text with another word for one in it.
  func fix(writing new: String, for old: String) -> Fix? {
    Fix(at: location, in: text, writing: new, for: old)
  }
}

extension ValueCompiler {
  /// An expression as the specification spells it.
  func spelled(_ expression: RuntimeExpression) -> String {
    nearStep(expression).spelled { expression, reference in
      let declared = declaredNames(for: expression)
      return reference.near(among: declared).resolve(declared: declared)
        .map { ($0.name, $0.pointer) }
    }
  }

  /// The expression with the step that it means (dialect P15).
  private func nearStep(_ expression: RuntimeExpression) -> RuntimeExpression {
    guard case .steps(let id, let reference) = expression, scope.step(id) == nil,
      case .one(let near) = NearName(id, among: scope.workflow.steps.map(\.id.value))
    else { return expression }
    return .steps(id: near, reference: reference)
  }

  func mended(_ text: Located<String>, _ parsed: ParsedExpression) -> MendedScalar {
    MendedScalar(
      location: text.location, text: text.value, mended: spelled(parsed.expression))
  }

  func mended(_ text: String, _ node: Node, _ parts: [StringTemplate.Part]) -> MendedScalar {
    MendedScalar(location: node.location, text: text, mended: parts.spelled(spelled))
  }

  /// The names that the reference of an expression may begin with.
  private func declaredNames(for expression: RuntimeExpression) -> [String] {
    switch expression {
    case .inputs: scope.inputs.fields.map(\.name)
    case .steps(let id, _): scope.step(id)?.outputs.map(\.name.value) ?? []
    case .outputs: moment.step.flatMap { scope.targets[$0] }?.workflow?.outputs.map(\.name) ?? []
    case .workflows(let id, .inputs, _): workflow(named: id)?.inputs.fields.map(\.name) ?? []
    case .workflows(let id, .outputs, _): workflow(named: id)?.outputs.map(\.name) ?? []
    default: []
    }
  }

  /// A workflow that this one calls or depends on.
  private func workflow(named id: String) -> WorkflowPlan? {
    scope.targets.values.lazy.compactMap(\.workflow).first { $0.name == id }
      ?? scope.dependsOn.lazy.compactMap { scope.plans?.plan(named: $0) }.first { $0.name == id }
  }
}

extension StepTarget {
  fileprivate var workflow: WorkflowPlan? {
    if case .workflow(let plan) = self { plan } else { nil }
  }
}
