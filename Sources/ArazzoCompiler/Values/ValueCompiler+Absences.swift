import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// A path into a value that has no such member.
struct MissingMember {
  /// The first name or index that finds nothing.
  let token: String
  /// How many come before it.
  let depth: Int
  /// What it was looked for in; empty where that is open.
  let kinds: Set<Schema.Kind>
  /// The names that are there instead.
  let declared: [String]
  /// Whether nothing else than those can be there.
  let isClosed: Bool
}

extension MissingMember {
  init(_ absence: Schema.Absence) {
    self.init(
      token: absence.token, depth: absence.depth, kinds: absence.container.kinds,
      declared: absence.declared, isClosed: !absence.container.additionalPropertiesAllowed)
  }
}

/// The spelling of a value and of the members in it.
struct WaySpelling {
  /// The value that the way begins in.
  let base: String
  /// Whether it is a JSONPath query, which begins with the `$` of its own root.
  var isQuery = false

  func text(_ tokens: some Sequence<String>) -> String {
    guard isQuery else { return base + JSONPointer(tokens: Array(tokens)).fragment }
    let segments = tokens.map { token -> ParsedQuery.Segment in
      let index = token.isIndex ? Int(token) : nil
      return ParsedQuery.Segment(
        isDescendant: false, selectors: [index.map { .index($0) } ?? .name(token)])
    }
    return ParsedQuery(root: .root, segments: segments).spelled { $0.spelled { _, _ in nil } }
  }
}

extension String {
  /// Whether an XPath step can name an element with it as it is.
  fileprivate var isElementName: Bool {
    first.map { $0.isLetter || $0 == "_" } == true
      && allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}

/// References into values that can't have what is looked for (rules V8 and V9).
extension ValueCompiler {
  /// Reports a way into a value that its schema does not have: an error where there can be nothing,
  /// a warning where the schema is open and it may still come (dialect P10).
  ///
  /// - Parameters:
  ///   - tokens: The whole way.
  ///   - spelling: How the document spells the way.
  ///   - operation: What the value came from.
  /// - Returns: Whether it may still come.
  @discardableResult
  func report(
    _ missing: MissingMember, after tokens: [String], in spelling: WaySpelling,
    of operation: Operation?, _ place: ExpressionPlace
  ) -> Bool {
    guard missing.kinds.isEmpty || missing.kinds.contains(.object) else {
      report(missing, inside: missing.kinds, of: tokens, in: spelling, place)
      return false
    }
    let token = missing.token.quotedForMessage
    let response = operation.map { "the response of \($0.method) \($0.path)" }
    let help = name(insteadOf: missing, tokens, spelling)
    guard missing.isClosed else {
      let message =
        response.map { "the API description declares no member \(token) in \($0)" }
        ?? "the schema of \(spelling.base.quotedForMessage) declares no member \(token)"
      diagnostics.undeclared(message, at: place.location, cause: message, suggestion: help)
      return true
    }
    diagnostics.error(
      "\(response ?? spelling.base.quotedForMessage) has no member \(token): its schema forbids "
        + "undeclared members", at: place.location, suggestion: help)
    return false
  }

  /// An error about a name that is looked for in an array, a text or a number.
  private func report(
    _ missing: MissingMember, inside kinds: Set<Schema.Kind>, of tokens: [String],
    in spelling: WaySpelling, _ place: ExpressionPlace
  ) {
    let way = Array(tokens.prefix(missing.depth))
    let container = spelling.text(way)
    let element = spelling.text(way + ["0"] + tokens.dropFirst(way.count))
    diagnostics.error(
      "\(container.quotedForMessage) is \(kinds.phrase), which has no member "
        + missing.token.quotedForMessage, at: place.location,
      suggestion: kinds == [.array]
        ? "write \(element) for its first element"
        : spelling.isQuery ? nil : "write \(container)")
  }

  /// The path with the name that is surely meant, or a list of the names.
  private func name(
    insteadOf missing: MissingMember, _ tokens: [String], _ spelling: WaySpelling
  ) -> String? {
    let near = Suggestion.nearest(to: missing.token, in: missing.declared, oneLetterIn: 4)
    guard let near else { return available(missing.declared) }
    let before = Array(tokens.prefix(missing.depth))
    let mended = before + [near] + tokens.dropFirst(missing.depth + 1)
    return "write \(spelling.text(mended))"
  }

  /// Checks whether the schema or the type of a value has the member at a path.
  ///
  /// - Returns: Whether something may be there.
  func checkMember(
    of value: ValuePlan, _ tokens: [String], _ place: ExpressionPlace
  ) -> Bool {
    guard let missing = missingMember(of: value, tokens) else { return true }
    return report(
      missing, after: tokens, in: WaySpelling(base: value.spelling ?? place.written),
      of: operation(of: value), place)
  }

  private func missingMember(of value: ValuePlan, _ tokens: [String]) -> MissingMember? {
    guard let schemas = schemas(of: value), !schemas.isEmpty else {
      return scope.missingMember(tokens, in: value.type)
    }
    let absences = schemas.compactMap { schema -> MissingMember? in
      guard case .absent(let absence) = schema.lookup(JSONPointer(tokens: tokens)) else {
        return nil
      }
      return MissingMember(absence)
    }
    return absences.count == schemas.count ? absences.first : nil
  }

  /// The operation that answered with a value.
  func operation(of value: ValuePlan) -> Operation? {
    switch value.kind {
    case .responseBody, .responseContent: success?.operation
    case .variable(let variable): scope.responses(of: variable.step)?.operation
    case .member(let base, _): operation(of: base)
    default: nil
    }
  }

  // MARK: bodies without values (rule V9)

  func warn(opaque types: [MediaType], _ tokens: [String], _ place: ExpressionPlace) {
    guard let operation = success?.operation else { return }
    let names = types.map { $0.name.quotedForMessage }.joined(separator: " or ")
    let response = "the response of \(operation.method) \(operation.path)"
    let pointer = JSONPointer(tokens: tokens).fragment
    diagnostics.warning(
      place.inCondition
        ? "the condition never holds: \(response) is \(names), and a JSON Pointer finds nothing in it"
        : "a JSON Pointer finds nothing in \(response), which is \(names)",
      at: place.location,
      cause: "\(response) has no value \(place.inCondition ? "in a condition" : "at \(pointer)")",
      suggestion: help(opaque: types, tokens, inCondition: place.inCondition))
  }

  private func help(opaque types: [MediaType], _ tokens: [String], inCondition: Bool) -> String? {
    guard types.allSatisfy(\.name.isXMLMediaType) else {
      return inCondition ? nil : "use '$response.body' for the whole body"
    }
    if inCondition { return "write the condition in XPath, with type: xpath" }
    // An index has no XPath step of its own: it depends on the schema which element repeats.
    guard tokens.allSatisfy(\.isElementName) else {
      return "select it with XPath, in a Selector Object"
    }
    let root = types.lazy.compactMap { $0.schema?.xmlName }.first ?? "*"
    let path = ([root] + tokens).map { "/" + $0 }.joined()
    return "write {context: $response.body, selector: \(path), type: xpath}"
  }

  func warn(noBody statuses: [String], _ place: ExpressionPlace) {
    guard let operation = success?.operation else { return }
    diagnostics.warning(
      "\(operation.method) \(operation.path) returns \(statuses.joined(separator: " or ")), "
        + "which has no body", at: place.location,
      cause: "no body of \(operation.method) \(operation.path)")
  }

  /// Whether nothing that keeps to the descriptions can give the value anything.
  func canNeverBe(_ value: ValuePlan, depth: Int = 16) -> Bool {
    switch value.kind {
    case .missing: return true
    case .member(let base, _): return canNeverBe(base, depth: depth)
    case .text(let parts): return parts.contains { canNeverBe($0, depth: depth) }
    case .responseBody(let pointer):
      switch success?.lookup(pointer.texts) {
      case .opaque?: return !pointer.isEmpty
      case .bodiless?: return true
      case .found?, .absent?, .undescribed?, nil: return false
      }
    case .variable(let variable):
      guard depth > 0, let source = scope.value(of: variable.key) else { return false }
      return ValueCompiler(scope: scope, moment: .response(step: variable.step))
        .canNeverBe(source, depth: depth - 1)
    default: return false
    }
  }
}

extension JSONPointer {
  /// The pointer after the `#` of a runtime expression; empty for the whole value.
  var fragment: String { tokens.isEmpty ? "" : "#\(self)" }
}
