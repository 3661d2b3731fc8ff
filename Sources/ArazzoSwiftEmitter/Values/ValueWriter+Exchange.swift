import ArazzoCompiler

/// Values of the step's request and response.
extension ValueWriter {
  /// `response`, or `response?` where there may be none.
  private var response: String {
    if scope.phase == .failed {
      scope.used.insert("response")
      return "response?"
    }
    let name = names.variables.local("Response", of: scope.step.id)
    scope.used.insert(name)
    return name + (isResponseOptional ? "?" : "")
  }

  /// Whether there may be no response: the step failed, or it called a workflow.
  var isResponseOptional: Bool {
    if scope.phase == .failed { return true }
    if case .workflow = scope.step.call { return true }
    return false
  }

  func responseBody(_ pointer: [String]) -> Expression {
    json(in: response + ".body", whole: ".json", pointer)
  }

  /// `response.body.text` or `response.body.data`.
  func responseContent(_ type: TypePlan) -> Expression {
    let member = type == .data ? ".data" : ".text"
    return Expression(
      layout: .text(response + ".body" + member), type: type, isOptional: true,
      isChain: isResponseOptional)
  }

  /// - Parameter whole: What gives the whole value after `container`; its subscripts take names.
  private func json(in container: String, whole: String, _ pointer: [String]) -> Expression {
    let names = pointer.filter { !Self.isIndex($0) }
    guard !pointer.isEmpty, names.count == pointer.count else {
      let code = container + whole
      let value = Layout.text(pointer.isEmpty ? code : code + "?")
      return Expression(
        layout: pointer.isEmpty ? value : [value, Self.valueAt(pointer)], type: .json,
        isOptional: true, isChain: true)
    }
    return Expression(
      layout: [.text(container), Self.subscripts(pointer, after: "")], type: .json,
      isOptional: true, isChain: pointer.count > 1 || container.contains("?"))
  }

  private static func isIndex(_ token: String) -> Bool {
    !token.isEmpty && token.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `.value(at: "/items/0/id")`: what a number in a pointer means is up to the value.
  private static func valueAt(_ pointer: [String]) -> Layout {
    .call(".value", [.labelled("at", .string(self.pointer(pointer)))])
  }

  /// `["a"]?["b"]`.
  private static func subscripts(_ names: [String], after first: String) -> Layout {
    .concat(
      names.enumerated().flatMap { number, name -> [Layout] in
        [.text(number == 0 ? first + "[" : "?["), .string(name), "]"]
      })
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

  /// The value at a pointer inside another.
  func member(of base: Expression, _ pointer: [String]) -> Expression {
    guard !pointer.isEmpty else { return base }
    let mark: Layout = base.isOptional ? "?" : ""
    if case .dictionary(let type) = base.type, pointer.count == 1 {
      return Expression(
        layout: [base.layout, mark, Self.subscripts(pointer, after: "")], type: type,
        isOptional: true, isChain: true)
    }
    var container = base.layout
    if base.type.isObject, !pointer.contains(where: Self.isIndex) {
      return Expression(
        layout: [container, mark, Self.subscripts(pointer, after: ".json")], type: .json,
        isOptional: true, isChain: true)
    }
    if base.type != .json { container = ["JSONValue(", base.layout, ")"] }
    let isNamed = !pointer.contains(where: Self.isIndex)
    let access = isNamed ? Self.subscripts(pointer, after: "") : Self.valueAt(pointer)
    return Expression(
      layout: [container, mark, access], type: .json, isOptional: true, isChain: true)
  }

  func exchange(_ kind: ValuePlan.Kind) -> Expression {
    switch kind {
    case .statusCode:
      return Expression(
        layout: .text(response + ".statusCode"), type: .integer, isOptional: isResponseOptional,
        isChain: isResponseOptional)
    case .responseHeader(let name): return header(".header", name)
    case .requestURL: return sent(".request.url")
    case .requestMethod: return sent(".request.method")
    case .requestHeader(let name): return header(".request.header", name)
    case .requestQuery(let name): return header(".request.query", name)
    case .requestPath(let name): return header(".request.path", name)
    case .requestBody(let pointer): return requestBody(pointer)
    default: return Expression(layout: "nil", type: .json, isOptional: true, isLiteral: true)
    }
  }

  private func sent(_ member: String) -> Expression {
    Expression(
      layout: .text(response + member), type: .string, isOptional: isResponseOptional,
      isChain: isResponseOptional)
  }

  private func header(_ function: String, _ name: String) -> Expression {
    Expression(
      layout: .call(.text(response + function), [.string(name)]), type: .string, isOptional: true,
      isChain: isResponseOptional)
  }

  private func requestBody(_ pointer: [String]) -> Expression {
    let body = response + ".request.body"
    let whole = Expression(
      layout: .text(body), type: .json, isOptional: true, isChain: isResponseOptional)
    return member(of: whole, pointer)
  }
}
