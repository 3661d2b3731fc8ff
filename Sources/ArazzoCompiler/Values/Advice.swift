import ArazzoDescriptions
import ArazzoDocuments

/// What to write for a name that there is not.
struct Advice {
  init(fix: Fix?, suggestion: String?) {
    self.fix = fix
    self.suggestion = suggestion
  }

  let suggestion: String?
  let fix: Fix?

  /// The name that is spelled most like it, in the string that it stands in; else the names there are.
  ///
  /// - Parameter prefix: What stands before the name in an expression.
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
  /// The same for a name that stands in a text of its own.
  ///
  /// - Parameter qualifier: What stands before the name in the text.
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
    else { return Advice(fix: nil, suggestion: "step '\(step.id.value)' declares no outputs") }
    let isInBody =
      switch scope.responses(of: step.id.value)?.lookup([name]) {
      case .found, .undescribed: true
      default: false
      }
    guard isInBody, step.outputs.isEmpty else {
      return Advice(
        fix: nil,
        suggestion: "step '\(step.id.value)' declares no outputs: write outputs: {\(name): …}"
      )
    }
    let member = "outputs: {\(name): $response.body#/\(name)}"
    return Advice(
      fix: Fix(adding: member, at: step.location),
      suggestion: "write \(member) in step '\(step.id.value)'")
  }
}
