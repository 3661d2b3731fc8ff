import ArazzoCompiler

/// What is inside response values and arrays, through their types.
extension ValueWriter {
  /// `order.lines?.first?.sku` where each token leads on through a type; `nil` otherwise.
  ///
  /// - Parameter keepsNull: Whether `null` is asked for where it may stand in the place of the value.
  func member(_ value: ValuePlan, keepsNull: Bool) -> Expression? {
    guard case .member(let base, let pointer) = value.kind else { return nil }
    return pointer.enumerated().reduce(expression(base)) { result, token in
      let isLast = token.offset == pointer.count - 1
      return result.flatMap { child($0, token.element, keepsNull: keepsNull && isLast) }
    }
  }

  private func child(
    _ base: Expression, _ token: PointerToken, keepsNull: Bool
  ) -> Expression? {
    let base = present(base)
    let mark: Layout = base.isOptional ? "?" : ""
    switch base.type {
    case .declared(let id):
      guard let name = token.memberName,
        let member = declaration(id)?.members.first(where: { $0.name == name })
      else { return nil }
      if keepsNull, member.admitsNull, member.type != .json {
        // Its type is that of the place where it goes.
        let value: Layout = [base.layout, mark, Self.subscripts([.name(name)])]
        return inside(value, .nullable(member.type))
      }
      let property = workflow.document.declarations.member(name, of: id)
      return inside([base.layout, mark, ".", .text(property)], member.type)
    case .array(let element):
      guard let place = token.elementIndex else { return nil }
      return inside([base.layout, mark, Self.element(place)], element)
    case .dictionary(let type):
      guard let name = token.memberName else { return nil }
      return inside([base.layout, mark, Self.subscripts([.name(name)])], type)
    default: return nil
    }
  }

  private func inside(_ layout: Layout, _ type: TypePlan) -> Expression {
    Expression(layout: layout, type: type, isOptional: true, isChain: true)
  }

  /// What stands at a place of an array, or `nil`.
  private static func element(_ place: Int) -> Layout {
    switch place {
    case 0: ".first"
    case -1: ".last"
    case 1...: .text(".dropFirst(\(place)).first")
    default: .text(".dropLast(\(place.magnitude - 1)).last")
    }
  }

  private func declaration(_ id: DeclarationID) -> DeclarationPlan? {
    workflow.document.declarations.plan(of: id)
  }
}

/// Values inside others.
extension ValueWriter {
  /// The value that a way leads to inside another.
  func member(of base: Expression, _ pointer: [PointerToken]) -> Expression {
    guard let first = pointer.first else { return base }
    let present = present(base)
    let mark: Layout = present.isOptional ? "?" : ""
    if case .dictionary(let type) = present.type, pointer.count == 1, let name = first.memberName {
      return Expression(
        layout: [present.layout, mark, Self.subscripts([.name(name)])], type: type,
        isOptional: true, isChain: true)
    }
    var container = base.layout
    if present.type.isObject, first.memberName != nil, !pointer.contains(where: \.isAmbiguous) {
      container = [present.layout, mark, ".json", Self.subscripts(pointer)]
    } else {
      if base.type != .json { container = ["JSONValue(", container, ")"] }
      container = [container, base.isOptional ? "?" : "", Self.access(pointer)]
    }
    return Expression(layout: container, type: .json, isOptional: true, isChain: true)
  }

  /// `["a"]?[0]`, or `.value(at: "/a/0")` where what a number finds is up to the value.
  private static func access(_ pointer: [PointerToken]) -> Layout {
    guard pointer.contains(where: \.isAmbiguous) else { return subscripts(pointer) }
    // A query is asked of what a pointer leads to, so that names and indexes come last.
    let plain = pointer.prefix { !$0.isStrict }
    let rest = Array(pointer.dropFirst(plain.count))
    let found = Layout.call(
      ".value", [.labelled("at", .string(self.pointer(plain.map(\.text))))])
    return rest.isEmpty ? found : [found, "?", subscripts(rest)]
  }

  /// `["a"]?[0]`.
  static func subscripts(_ tokens: [PointerToken]) -> Layout {
    .concat(
      tokens.enumerated().flatMap { number, token -> [Layout] in
        [number == 0 ? "[" : "?[", step(token), "]"]
      })
  }

  private static func step(_ token: PointerToken) -> Layout {
    if case .index(let index) = token { .text(String(index)) } else { .string(token.text) }
  }

  /// The way as an argument: `"/items/0"`, or `["items", 0]` where names and indexes are told apart;
  /// `nil` where only some of them are.
  static func argument(_ pointer: [PointerToken]) -> Layout? {
    if !pointer.contains(where: \.isStrict) { return .string(self.pointer(pointer.map(\.text))) }
    return pointer.contains(where: \.isAmbiguous) ? nil : .array(pointer.map(step))
  }

  /// The tokens as a JSON Pointer (RFC 6901).
  static func pointer(_ tokens: [String]) -> String {
    tokens.map { token in
      "/"
        + String(
          String.UnicodeScalarView(
            token.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
              scalar == "~" ? ["~", "0"] : scalar == "/" ? ["~", "1"] : [scalar]
            }))
    }.joined()
  }
}

/// Payloads in which places are replaced.
extension ValueWriter {
  /// `JSONValue(a) ?? b`.
  func firstOf(_ first: ValuePlan, _ second: ValuePlan) -> Expression {
    Expression(
      layout: .binary(json(first), "??", json(second)), type: .json,
      isOptional: second.isOptional)
  }

  /// `JSONPath("a", .each).nodes(in: response.body.json).array`.
  func found(_ query: QueryPlan, in context: ValuePlan, isSingular: Bool) -> Expression {
    let path = QueryWriter(values: self).path(query)
    let end: Layout = [".nodes(in: ", json(context), isSingular ? ").first" : ").array"]
    return Expression(layout: QueryWriter.call(path, end), type: .json, isOptional: true)
  }

  /// `request.json(payload, replacing: JSONReplacement("/a", with: value))`.
  func replaced(_ base: ValuePlan, _ replacements: [ReplacementPlan]) -> Expression {
    let request = names.variables.local("Request", of: scope.step.id)
    let isXML = replacements.contains(where: \.isOnXML)
    let list = replacements.enumerated().map { number, replacement in
      number == 0 ? Layout.labelled("replacing", layout(replacement)) : layout(replacement)
    }
    let payload = isXML ? representable(base) : json(base)
    return Expression(
      layout: .call(.text("\(request).\(isXML ? "xml" : "json")"), [payload] + list),
      type: isXML ? .string : .json, isOptional: true)
  }

  private func layout(_ replacement: ReplacementPlan) -> Layout {
    let value = Layout.labelled("with", representable(replacement.value))
    let written = Layout.labelled("as", .string(replacement.expression))
    switch replacement.target {
    case .pointer(let tokens):
      return .call("JSONReplacement", [.string(Self.pointer(tokens)), value])
    case .nodes(let query):
      let path = QueryWriter(values: self).path(query).layout
      return .call("JSONReplacement", [path, written, value])
    case .xpath(let plan):
      let path = XPathWriter(values: self, plan: plan).expression()
      return .call("XMLReplacement", [path, written, value])
    }
  }
}

extension ReplacementPlan {
  fileprivate var isOnXML: Bool {
    if case .xpath = target { true } else { false }
  }
}
