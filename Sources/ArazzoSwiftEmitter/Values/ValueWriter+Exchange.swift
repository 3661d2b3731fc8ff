import ArazzoCompiler

/// Values of the step's request and response.
extension ValueWriter {
  /// `response`, or `response?` where there may be none.
  var response: String {
    if scope.phase == .failed {
      return "failure.response?"
    }
    let name = names.variables.local("Response", of: scope.step.id)
    return name + (isResponseOptional ? "?" : "")
  }

  /// Whether there may be no response: the step failed, or it called a workflow.
  var isResponseOptional: Bool {
    if scope.phase == .failed { return true }
    if case .workflow = scope.step.call { return true }
    return false
  }

  /// `response.body`, whatever it holds.
  var body: String { response + ".body" }

  func responseBody(_ pointer: [PointerToken]) -> Expression {
    let body = body
    let whole = Expression(
      layout: .text(body + ".json"), type: .json, isOptional: true, isChain: isResponseOptional)
    if pointer.isEmpty || pointer.contains(where: \.isAmbiguous) {
      return member(of: whole, pointer)
    }
    return Expression(
      layout: [.text(body), Self.subscripts(pointer)], type: .json, isOptional: true,
      isChain: pointer.count > 1 || isResponseOptional)
  }

  /// `response.body.text`, `.data`, `.value` where it may be either, or `.scalar(as: Int.self)`.
  func responseContent(_ type: TypePlan) -> Expression {
    let scalar = ".scalar(as: \(names.type(type, isOutside: true)).self)"
    let member =
      type == .json
      ? ".value" : type == .data ? ".data" : type.isTextScalar ? scalar : ".text"
    return Expression(
      layout: .text(body + member), type: type, isOptional: true, isChain: isResponseOptional)
  }

  func exchange(_ kind: ValuePlan.Kind) -> Expression {
    switch kind {
    case .statusCode:
      return Expression(
        layout: .text(response + ".statusCode"), type: .integer, isOptional: isResponseOptional,
        isChain: isResponseOptional)
    case .responseHeader(let name): return header(".header", name)
    case .responseCookie(let name): return header(".cookie", name)
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

  private func requestBody(_ pointer: [PointerToken]) -> Expression {
    let body = response + ".request.body"
    let whole = Expression(
      layout: .text(body), type: .json, isOptional: true, isChain: isResponseOptional)
    return member(of: whole, pointer)
  }
}

extension TypePlan {
  /// Whether a text can be read as this, as the body of a response is.
  var isTextScalar: Bool {
    switch self {
    case .integer, .unsigned, .number, .boolean: true
    default: false
    }
  }
}
