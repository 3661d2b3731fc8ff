import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The suggestion for a name that doesn't exist.
struct Advice {
  init(fix: Fix?, suggestion: String?) {
    self.fix = fix
    self.suggestion = suggestion
  }

  let suggestion: String?
  let fix: Fix?

  /// The most similar name, in the string that contains it; else a list of the names.
  ///
  /// - Parameter prefix: The text before the name in an expression.
  init(_ name: String, in known: [String], after prefix: String = "", _ place: ExpressionPlace) {
    let written = String(name.prefix { $0 != "." && $0 != "[" })
    let nearest =
      Suggestion.nearest(to: name, in: known).map { (name, $0) }
      ?? Suggestion.nearest(to: written, in: known).map { (written, $0) }
    fix = nearest.flatMap { old, new in
      place.scalar?.fix(writing: prefix + new, for: prefix + old)
    }
    suggestion = fix == nil ? didYouMean(name, in: known) : nil
  }
}

extension Advice {
  /// The same for a name that is a string of its own.
  ///
  /// - Parameter qualifier: The text before the name in the text.
  init(
    _ name: String, in known: [String], instead written: Located<String>,
    after qualifier: String = ""
  ) {
    fix = Suggestion.nearest(to: name, in: known).flatMap { near in
      guard written.value == qualifier + name else { return nil }
      return Fix(written, with: qualifier + near)
    }
    suggestion = fix == nil ? didYouMean(name, in: known) : nil
  }
}

extension Diagnostics {
  func error(_ message: String, at location: Location?, advice: Advice) {
    error(message, at: location, suggestion: advice.suggestion, fix: advice.fix)
  }
}

extension ValueCompiler {
  /// The declaration of an output in a step that has none, for a name that is read of it.
  func declaring(_ path: String, in step: Step) -> Advice {
    let name = String(path.prefix { $0 != "." && $0 != "[" })
    guard case .operation? = scope.targets[step.id.value], name == path,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    else { return Advice(fix: nil, suggestion: "the step declares no outputs") }
    let isInBody =
      switch scope.responses(of: step.id.value)?.lookup([name]) {
      case .found, .undescribed: true
      default: false
      }
    guard isInBody, step.outputs.isEmpty else {
      return Advice(fix: nil, suggestion: "the step declares no outputs")
    }
    let member = "outputs: {\(name): $response.body#/\(name)}"
    return Advice(
      fix: Fix(adding: member, at: step.location),
      suggestion: "write \(member) in step '\(step.id.value)'")
  }
}

/// A string of the document with expressions in it, and its spelling by the specification in
/// its place.
struct MendedScalar {
  let location: Location
  let text: String
  /// Makes the specification's spelling, which only a message needs.
  let spell: () -> String

  /// The corrected text; `nil` if there is nothing to correct, or it can't be written there.
  var fix: Fix? { Fix(at: location, replacing: text, with: spell()) }

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
    MendedScalar(location: text.location, text: text.value) { spelled(parsed.expression) }
  }

  func mended(_ text: String, _ node: Node, _ parts: [StringTemplate.Part]) -> MendedScalar {
    MendedScalar(location: node.location, text: text) { parts.spelled(spelled) }
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

/// A suggestion for a name that is nearly right, or the names there are when there are few.
func didYouMean(_ name: String, in known: [String]) -> String? {
  Suggestion.question(about: name, in: known) ?? available(known)
}

/// The names there are, when there are few.
func available(_ known: [String]) -> String? {
  guard !known.isEmpty, known.count <= 8 else { return nil }
  return "available: \(known.map { "'\($0)'" }.joined(separator: ", "))"
}

extension ExpressionError {
  /// The suggestion, unless it's the corrected text itself.
  var advice: String? { range == nil ? suggestion : nil }
}
