import ArazzoDocuments

/// A runtime expression (Arazzo 1.0.1 and 1.1.0, "Runtime Expressions").
package indirect enum RuntimeExpression: Sendable, Hashable {
  case url
  case method
  case statusCode
  case selfURL
  case request(MessagePart)
  case response(MessagePart)
  /// Of a step on a channel; the payload is a body.
  case message(MessagePart)
  case inputs(Reference)
  case outputs(Reference)
  /// `$steps.ID.outputs.REST`, or without `.outputs` (dialect P3).
  case steps(id: String, reference: Reference)
  /// `$workflows.ID.inputs|outputs.REST`.
  case workflows(id: String, part: WorkflowPart, reference: Reference)
  /// `$sourceDescriptions.NAME.REST`.
  case sourceDescriptions(name: String, reference: String)
  /// `$components.KIND.NAME`.
  case components(kind: String, name: String)

  package enum WorkflowPart: String, Sendable, Hashable { case inputs, outputs }

  /// The part of a request or response that an expression refers to.
  package enum MessagePart: Sendable, Hashable {
    /// `Set-Cookie.NAME`, which no server has as a header, means one cookie of a response.
    case header(String, cookie: String?)
    case query(String)
    case path(String)
    /// `pointer` is nil for the whole body. `dotted` is true where dots and indexes stand in place
    /// of a JSON Pointer (dialect P2).
    case body(pointer: JSONPointer?, dotted: Bool)
  }

  /// A name and the text after it. Names can contain dots, so the end of the name is decided
  /// against the declared names (rule V4).
  package struct Reference: Sendable, Hashable {
    /// The text after the root, up to `#`: a declared name, perhaps followed by dots and indexes.
    package var path: String
    /// The pointer after `#`.
    package var pointer: JSONPointer?

    package init(path: String, pointer: JSONPointer? = nil) {
      self.path = path
      self.pointer = pointer
    }
  }
}

extension RuntimeExpression {
  /// Whether no dots or indexes follow a name, or stand in place of a JSON Pointer (rule V4,
  /// dialect P2).
  var isPlain: Bool {
    switch self {
    case .inputs(let reference), .outputs(let reference), .steps(_, let reference),
      .workflows(_, _, let reference):
      !reference.path.contains { $0 == "." || $0 == "[" }
    case .request(.body(_, let dotted)), .response(.body(_, let dotted)),
      .message(.body(_, let dotted)):
      !dotted
    default: true
    }
  }
}

/// A runtime expression with the dialects that its spelling used.
package struct ParsedExpression: Sendable, Hashable {
  package var expression: RuntimeExpression
  package var dialects: Set<Dialect>

  package init(_ expression: RuntimeExpression, dialects: Set<Dialect> = []) {
    self.expression = expression
    self.dialects = dialects
  }
}

extension RuntimeExpression {
  /// The expression as the specification spells it.
  ///
  /// - Parameter resolve: Divides a reference into a declared name and the pointer into its value;
  ///   `nil` where nothing is declared.
  package func spelled(
    _ resolve: (RuntimeExpression, Reference) -> (name: String, pointer: JSONPointer)?
  ) -> String {
    func text(_ reference: Reference) -> String {
      let known = resolve(self, reference)
      let pointer = known?.pointer ?? reference.pointer
      return (known?.name ?? reference.path) + pointer.fragment
    }
    return switch self {
    case .url: "$url"
    case .method: "$method"
    case .statusCode: "$statusCode"
    case .selfURL: "$self"
    case .request(let part): "$request." + part.spelling
    case .response(let part): "$response." + part.spelling
    case .message(let part): "$message." + part.spelling
    case .inputs(let reference): "$inputs." + text(reference)
    case .outputs(let reference): "$outputs." + text(reference)
    case .steps(let id, let reference): "$steps.\(id).outputs.\(text(reference))"
    case .workflows(let id, let part, let reference):
      "$workflows.\(id).\(part.rawValue).\(text(reference))"
    case .sourceDescriptions(let name, let reference): "$sourceDescriptions.\(name).\(reference)"
    case .components(let kind, let name): "$components.\(kind).\(name)"
    }
  }
}

extension RuntimeExpression.MessagePart {
  fileprivate var spelling: String {
    switch self {
    case .header(let name, _): "header.\(name)"
    case .query(let name): "query.\(name)"
    case .path(let name): "path.\(name)"
    case .body(let pointer, _): "body" + pointer.fragment
    }
  }
}

extension JSONPointer? {
  /// `#/a/0`, or nothing for a whole value.
  fileprivate var fragment: String {
    guard let pointer = self, !pointer.tokens.isEmpty else { return "" }
    return "#\(pointer)"
  }
}

extension StringTemplate {
  /// The text with every expression spelled by the specification, braced where it stands in a
  /// longer text.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    switch self {
    case .text(let text): text
    case .expression(let parsed): expression(parsed.expression)
    case .parts(let parts): parts.spelled(expression)
    }
  }
}

extension [StringTemplate.Part] {
  /// The parts as one text, their expressions in braces.
  package func spelled(_ expression: (RuntimeExpression) -> String) -> String {
    map { part in
      switch part {
      case .text(let text): text
      case .expression(let parsed, _, _): "{\(expression(parsed.expression))}"
      }
    }.joined()
  }
}

extension RuntimeExpression.Reference {
  /// Splits the path into a declared name, the longest that fits, and the pointer that the rest
  /// means: `orders[0].id` with `orders` declared is (`orders`, `/0/id`). A pointer after `#` is
  /// appended.
  ///
  /// - Returns: `nil` where no declared name fits; `usedDots` tells whether dialect P2 was needed.
  package func resolve(
    declared: some Sequence<String>
  ) -> (name: String, pointer: JSONPointer, usedDots: Bool)? {
    for name in declared.filter(path.begins).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard let tokens = tokens(after: name) else { continue }
      let pointer = JSONPointer(tokens: tokens + (pointer?.tokens ?? []))
      return (name, pointer, !tokens.isEmpty)
    }
    return nil
  }

  /// What the path after `name` means as pointer tokens, or nil if it means nothing.
  private func tokens(after name: String) -> [String]? {
    if name.utf8.count == path.utf8.count { return [] }
    var scanner = TextScanner(path)
    scanner.position = name.unicodeScalars.count
    var parser = RuntimeExpressionParser(scanner, extent: .whole)
    guard let tokens = try? parser.takeDots(), parser.scanner.isAtEnd else { return nil }
    // Text in parentheses is a remark, not a name.
    return path.utf8.contains(UInt8(ascii: "(")) && tokens.contains { $0.contains("(") }
      ? nil : tokens
  }
}

extension String {
  /// Whether `name` is all of this, or is followed by a dot or an index.
  fileprivate func begins(with name: String) -> Bool {
    guard utf8.starts(with: name.utf8) else { return false }
    let next = utf8.dropFirst(name.utf8.count).first
    return next == nil || next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }
}
