import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension PathConditionCompiler {
  /// Reports a path that the context can't have (rules V8 and V9).
  ///
  /// - Parameter needsValue: Whether the condition can hold only where there is something; to ask
  ///   whether there is needs no declaration.
  /// - Returns: Whether something may be there.
  func checkDeclared(_ path: PathCondition.Path, needsValue: Bool) -> Bool {
    guard let schemas = text.values.schemas(of: context), !schemas.isEmpty else {
      return true
    }
    var tokens: [String] = []
    for segment in path.query.segments {
      guard !segment.isDescendant, segment.selectors.count == 1,
        let token = token(segment.selectors[0], schemas, tokens)
      else { return true }
      tokens.append(token)
    }
    let absences = schemas.compactMap { schema -> MissingMember? in
      guard case .absent(let absence) = schema.lookup(JSONPointer(tokens: tokens)) else {
        return nil
      }
      return MissingMember(absence)
    }
    guard absences.count == schemas.count, let missing = absences.first else { return true }
    let isOfOtherKind = !missing.kinds.isEmpty && !missing.kinds.contains(.object)
    guard needsValue || isOfOtherKind else { return true }
    let values = text.values
    return values.report(
      missing, after: tokens, in: WaySpelling(base: "$", isQuery: true),
      of: values.operation(of: context),
      ExpressionPlace(
        written: text.node.string ?? "", location: text.node.location, inCondition: true))
  }

  /// The next pointer token: any item represents all of them.
  private func token(
    _ selector: ParsedQuery.Selector, _ schemas: [Schema], _ tokens: [String]
  ) -> String? {
    switch selector {
    case .name(let name): name
    case .index, .slice: "0"
    case .wildcard: schemas.allSatisfy { $0.isArray(at: tokens) } ? "0" : nil
    default: nil
    }
  }

  /// Warns where the context is a body that has no values inside: the condition can't hold (rule V9).
  func checkReadable() {
    guard case .responseBody(let tokens) = context.kind,
      case .opaque(let types)? = text.values.success?.lookup(tokens.texts + ["*"])
    else { return }
    text.values.warn(
      opaque: types, ["*"],
      ExpressionPlace(
        written: text.node.string ?? "", location: text.node.location, inCondition: true))
  }
}

extension Schema {
  fileprivate func isArray(at tokens: [String]) -> Bool {
    guard case .found(let schema, _) = lookup(JSONPointer(tokens: tokens)) else { return false }
    return schema.kinds == [.array]
  }
}
