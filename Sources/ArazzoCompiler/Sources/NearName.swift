import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An existing name that differs from the written one in case, `-` or `_` (dialect P15).
enum NearName {
  /// No name is near.
  case none
  /// The only name that differs in nothing but case, `-` and `_`.
  case one(String)
  /// More than one name differs only so, in their order.
  case several([String])

  init(_ written: String, among known: some Sequence<String>) {
    let folded = written.foldedName
    var seen: Set<String> = []
    let near = known.filter { $0.foldedName == folded && seen.insert($0).inserted }
    self = near.isEmpty ? .none : near.count == 1 ? .one(near[0]) : .several(near)
  }
}

extension Diagnostics {
  /// The existing name that a written one refers to: itself, or the only similar one (dialect P15).
  ///
  /// - Parameters:
  ///   - what: What has the name, for messages: "parameter".
  ///   - spelling: The corrected text at the place of a name.
  /// - Returns: `nil` where there is none. More than one near name is reported, and the name itself
  ///   is returned.
  func nearName(
    _ written: String, among known: [String], _ what: String, at location: Location,
    spelling: (String) -> String = { $0 }, fix: Fix? = nil
  ) -> (name: String, isAmbiguous: Bool)? {
    if known.contains(written) { return (written, false) }
    switch NearName(written, among: known) {
    case .none: return nil
    case .one(let name):
      dialect(
        .p15NearName, at: location, specSpelling: "write '\(spelling(name))'", fix: fix)
      return (name, false)
    case .several(let names):
      let list = names.map { "'\($0)'" }.joined(separator: " or ")
      error(
        "\(what) '\(written)' may mean \(list), which differ from it only in case, '-' and '_'",
        at: location,
        suggestion: "write \(names.map { "'\(spelling($0))'" }.joined(separator: " or "))")
      return (written, true)
    }
  }
}

extension String {
  /// The name without case, `-` and `_`.
  var foldedName: String {
    let name = lowercased()
    let isFolded = !name.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return isFolded ? name : name.filter { $0 != "-" && $0 != "_" }
  }
}

/// Steps and outputs whose name differs from an existing one in case, `-` and `_` alone (dialect
/// P15).
extension ValueCompiler {
  /// The step and the output with their existing names; as written if there are none.
  ///
  /// - Returns: `nil` if the name is ambiguous, which is reported.
  func nearNames(
    _ id: String, _ reference: RuntimeExpression.Reference, _ place: ExpressionPlace
  ) -> (step: String, reference: RuntimeExpression.Reference)? {
    var step = id
    if scope.step(id) == nil {
      let near = nearName(id, among: scope.workflow.steps.map(\.id.value), "step", place)
      guard near?.isAmbiguous != true else { return nil }
      step = near?.name ?? id
    }
    guard let outputs = scope.step(step)?.outputs.map(\.name.value) else { return (id, reference) }
    return nearReference(reference, among: outputs, place).map { (step, $0) }
  }

  /// The reference with the existing name; as written if there is none.
  ///
  /// - Returns: `nil` if the name is ambiguous, which is reported.
  func nearReference(
    _ reference: RuntimeExpression.Reference, among declared: [String], _ place: ExpressionPlace
  ) -> RuntimeExpression.Reference? {
    guard reference.resolve(declared: declared) == nil else { return reference }
    let near = nearName(reference.head, among: declared, "output", place)
    guard near?.isAmbiguous != true else { return nil }
    return near.map { reference.renamed($0.name) } ?? reference
  }

  /// A pointer into a body whose `#` is left out (dialect P18).
  func reportBarePointer(_ parsed: ParsedExpression, _ place: ExpressionPlace) {
    let (root, part): (String, RuntimeExpression.MessagePart)
    switch parsed.expression {
    case .response(let message): (root, part) = ("$response", message)
    case .request(let message): (root, part) = ("$request", message)
    default: return
    }
    guard case .body(let pointer?, _) = part else { return }
    diagnostics.dialect(
      .p18BarePointer, at: place.location, specSpelling: "write '\(root).body#\(pointer)'",
      fix: place.scalar?.fix)
  }

  private func nearName(
    _ written: String, among known: [String], _ what: String, _ place: ExpressionPlace
  ) -> (name: String, isAmbiguous: Bool)? {
    diagnostics.nearName(
      written, among: known, what, at: place.location,
      spelling: { place.written.replacing(".\(written)", with: ".\($0)", maxReplacements: 1) },
      fix: place.scalar?.fix)
  }
}

extension RuntimeExpression.Reference {
  /// The name, up to the first dot or index.
  fileprivate var head: String { String(path.prefix { $0 != "." && $0 != "[" }) }

  fileprivate func renamed(_ name: String) -> Self {
    Self(path: name + path.dropFirst(head.count), pointer: pointer)
  }

  /// The same with the only near name among those declared, where its own is not among them.
  func near(among declared: [String]) -> Self {
    guard resolve(declared: declared) == nil,
      case .one(let name) = NearName(head, among: declared)
    else { return self }
    return renamed(name)
  }
}
