import ArazzoDocuments

extension RuntimeExpressionParser {
  /// `.NAME`, perhaps with a pointer.
  mutating func parseReference(
    of root: Root
  ) throws(ExpressionError) -> RuntimeExpression.Reference {
    try takeDot(after: "$\(root.rawValue)", expecting: "'.' and a name")
    return .init(path: try takePath(), pointer: try takePointer())
  }

  /// `$steps.ID.outputs.NAME`, or without `.outputs` (dialect P3).
  mutating func parseSteps() throws(ExpressionError) -> RuntimeExpression {
    try takeDot(after: "$steps", expecting: "'.' and the stepId")
    let start = scanner.position
    let path = try takePath()
    let pointer = try takePointer()
    if let (id, rest) = path.divided(by: ".outputs.") {
      try require(id, "the stepId", at: start)
      let reference = RuntimeExpression.Reference(path: rest, pointer: pointer)
      return .steps(id: id, reference: reference)
    }
    guard let (id, rest) = path.divided(by: "."), rest != "outputs" else {
      let id = path.divided(by: ".")?.0 ?? path
      throw ExpressionError(
        "'$steps.\(id)' needs '.outputs.' and the name of an output",
        offset: start + path.unicodeScalars.count)
    }
    try require(id, "the stepId", at: start)
    dialects.insert(.p03LooseSpelling)
    return .steps(id: id, reference: .init(path: rest, pointer: pointer))
  }

  /// `$workflows.ID.inputs.NAME` or `$workflows.ID.outputs.NAME`.
  mutating func parseWorkflows() throws(ExpressionError) -> RuntimeExpression {
    try takeDot(after: "$workflows", expecting: "'.' and the workflowId")
    let start = scanner.position
    let path = try takePath()
    let inputs = path.divided(by: ".inputs.")
    let outputs = path.divided(by: ".outputs.")
    let isInput = inputs.map { $0.0.count < outputs?.0.count ?? .max } ?? false
    guard let (id, rest) = isInput ? inputs : outputs else {
      let id = path.divided(by: ".")?.0 ?? path
      throw ExpressionError(
        "'$workflows.\(id)' needs '.inputs.' or '.outputs.' and a name",
        offset: start + id.unicodeScalars.count)
    }
    try require(id, "the workflowId", at: start)
    let reference = RuntimeExpression.Reference(path: rest, pointer: try takePointer())
    return .workflows(id: id, part: isInput ? .inputs : .outputs, reference: reference)
  }

  /// `$sourceDescriptions.NAME.REFERENCE`. As the reference is whatever an operationId may be, all
  /// the rest of a whole expression belongs to it; `NAME#/…` is dialect P8.
  mutating func parseSourceDescriptions() throws(ExpressionError) -> RuntimeExpression {
    try takeDot(after: "$sourceDescriptions", expecting: "'.' and the name of a source description")
    let name = scanner.takeRun { $0.isNameCharacter || $0 == " " && self.extent == .whole }
    try require(name, "the name of a source description", at: scanner.position)
    if extent == .whole, scanner.peek() == "#" {
      dialects.insert(.p08LooseOperation)
    } else {
      try takeDot(
        after: "$sourceDescriptions.\(name)",
        expecting: "'.' and an operationId, a workflowId or a field of the source description")
    }
    let start = scanner.position
    if extent == .whole { scanner.position = scanner.end } else { _ = try takeName() }
    let reference = scanner.text(from: start, to: scanner.position)
    try require(reference, "an operationId, a workflowId or a field", at: start)
    return .sourceDescriptions(name: name, reference: reference)
  }

  /// `$components.KIND.NAME`.
  mutating func parseComponents() throws(ExpressionError) -> RuntimeExpression {
    let kinds = ["inputs", "parameters", "successActions", "failureActions"]
    try takeDot(after: "$components", expecting: kinds.map { ".\($0)" }.listed(by: "or"))
    let start = scanner.position
    let kind = scanner.takeRun { $0.isNameCharacter }
    guard kinds.contains(kind) else {
      throw ExpressionError(
        "'$components' has \(kinds.listed(by: "and")), not '\(kind)'", offset: start,
        mending: range,
        suggestion: Suggestion.nearest(to: kind, in: kinds).map { "$components.\($0)" })
    }
    try takeDot(after: "$components.\(kind)", expecting: "'.' and a name")
    return .components(kind: kind, name: try takePath())
  }

  private func require(
    _ text: String, _ what: String, at offset: Int
  ) throws(ExpressionError) {
    guard text.isEmpty else { return }
    throw ExpressionError("\(what) is missing", offset: offset)
  }
}

extension String {
  /// The text before and after the first `separator`; both compare by scalars.
  fileprivate func divided(by separator: String) -> (String, String)? {
    let text = Array(unicodeScalars)
    let wanted = Array(separator.unicodeScalars)
    guard text.count >= wanted.count else { return nil }
    for start in 0...(text.count - wanted.count)
    where text[start] == wanted[0] && text[start..<(start + wanted.count)].elementsEqual(wanted) {
      return (text[..<start].asString, text[(start + wanted.count)...].asString)
    }
    return nil
  }
}

extension RuntimeExpressionParser {
  /// The parts of an expression, which end at different characters.
  enum Part { case name, header, pointer }

  /// Whether the extent ends before the next scalar.
  func stops(in part: Part) -> Bool {
    guard let scalar = scanner.peek() else { return true }
    switch extent {
    case .whole: return false
    case .condition: return stopsCondition(scalar, in: part)
    case .text:
      switch part {
      case .name, .header: return !scalar.isNameCharacter && scalar != "."
      case .pointer: return scalar.isBlank || scalar.endsPointerInText
      }
    }
  }

  private func stopsCondition(_ scalar: Unicode.Scalar, in part: Part) -> Bool {
    if scalar.isBlank { return true }
    switch scalar {
    case ")", "=", "<", ">", "\"": return true
    case "!": return part == .name || scanner.peek(1) == "="
    case "&", "|": return part == .name || scanner.peek(1) == scalar
    case "(", "'", "{", "}", ",": return part == .name
    default: return false
    }
  }

  /// The text up to `#`: a name, perhaps with dots and indexes after it.
  mutating func takePath() throws(ExpressionError) -> String {
    let path = try takeName()
    guard let last = path.unicodeScalars.last, path.unicodeScalars.first != "." else {
      throw scanner.error("a name is missing, found \(scanner.found)")
    }
    guard last != "." else { throw scanner.error("a name is missing after '.'") }
    return path
  }

  /// A run of what names are made of here. In a whole expression that is everything but braces,
  /// control characters and `#`; an index or a name in brackets is taken as it stands.
  mutating func takeName() throws(ExpressionError) -> String {
    let start = scanner.position
    while let scalar = scanner.peek() {
      if scalar == "[", skipBracket() { continue }
      if scalar == "#" || stops(in: .name) { break }
      if scalar == "{" || scalar == "}" || scalar.isControl {
        throw scanner.error("\(scanner.found) isn't allowed in a name")
      }
      scanner.position += 1
    }
    if extent == .text { dropTrailingPunctuation(from: start) }
    return scanner.text(from: start, to: scanner.position)
  }

  /// Steps back over what ends a sentence or joins two words rather than ends a name.
  mutating func dropTrailingPunctuation(from start: Int) {
    while scanner.position > start, let last = scanner.previous, last == "." || last == "-" {
      scanner.position -= 1
    }
  }

  /// Steps over `[0]`, `['name']` or `[name]`; stays where it is if there is none.
  private mutating func skipBracket() -> Bool {
    let start = scanner.position
    scanner.position += 1
    if let quote = scanner.peek(), quote == "'" || quote == "\"" {
      scanner.position += 1
      if let close = scanner.offset(of: quote) { scanner.position = close + 1 }
    } else {
      _ = scanner.takeRun { $0.isNameCharacter }
    }
    if scanner.take("]") { return true }
    scanner.position = start
    return false
  }
}

extension Unicode.Scalar {
  /// What a JSON Pointer in running text does not hold.
  fileprivate var endsPointerInText: Bool {
    switch self {
    case "\"", "'", "`", ",", ";", ":", "(", ")", "[", "]", "{", "}", "<", ">", "&", "|", "=", "!",
      "?", "\\", "$":
      true
    default: false
    }
  }
}
