@testable import ArazzoCompiler

// Plans on one line, so that a test reads as a table.

extension ValuePlan {
  /// The value with its type: `inputs.name: string?`.
  var sketch: String { "\(text): \(type.sketch)\(isOptional ? "?" : "")" }

  /// The value without its type.
  var text: String {
    switch kind {
    case .literal(let literal): literal.sketch
    case .input(let names): "inputs." + names.joined(separator: ".")
    case .variable(let variable): "\(variable.step).\(variable.label)"
    case .member(let base, let pointer): base.text + pointer.sketch
    case .responseBody(let pointer): "body" + pointer.sketch
    case .responseContent: "content"
    case .responseHeader(let name): "header \(name)"
    case .responseCookie(let name): "cookie \(name)"
    case .statusCode: "status"
    case .requestURL: "url"
    case .requestMethod: "method"
    case .requestHeader(let name): "request header \(name)"
    case .requestQuery(let name): "request query \(name)"
    case .requestPath(let name): "request path \(name)"
    case .requestBody(let pointer): "request body" + pointer.sketch
    case .text(let parts): parts.map(\.text).joined(separator: " + ")
    case .xmlText(let value): "xml(\(value.text))"
    case .textOrEmpty(let parts): "(" + parts.map(\.text).joined(separator: " + ") + ")?"
    case .object(let members):
      "{" + members.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ") + "}"
    case .array(let parts): "[" + parts.map(\.text).joined(separator: ", ") + "]"
    case .callOutput(let name): "call.\(name)"
    case .xpath(let plan): plan.sketch
    case .dependencyOutput(let workflow, let name): "after \(workflow).\(name)"
    case .dependencyInput(let workflow, let names):
      "before \(workflow).\(names.joined(separator: "."))"
    case .firstOf(let first, let second): "(\(first.text) ?? \(second.text))"
    case .found(let query, let context, let isSingular):
      "\(isSingular ? "one" : "all") \(query.sketch) in \(context.text)"
    case .replaced(let base, let replacements):
      base.text + " with " + replacements.map(\.sketch).joined(separator: ", ")
    case .missing: "missing"
    }
  }
}

extension [PointerToken] {
  /// `/a/0`; `/a[0]['0']` where names and indexes are told apart.
  var sketch: String {
    map { token in
      switch token {
      case .either(let text): "/" + text
      case .name(let name): "['\(name)']"
      case .index(let index): "[\(index)]"
      }
    }.joined()
  }
}

extension ReplacementPlan {
  var sketch: String {
    switch target {
    case .pointer(let tokens): "\(tokens.map { "/" + $0 }.joined())=\(value.text)"
    case .nodes(let query): "\(query.sketch)=\(value.text)"
    case .xpath(let plan): "\(plan.text)=\(value.text)"
    }
  }
}

extension LiteralPlan {
  var sketch: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .string(let text): "'\(text)'"
    case .array(let items): "[" + items.map(\.sketch).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name): \($0.value.sketch)" }.joined(separator: ", ") + "}"
    }
  }
}

extension TypePlan {
  var sketch: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .unsigned: "unsigned"
    case .number: "number"
    case .boolean: "boolean"
    case .secret: "secret"
    case .data: "data"
    case .upload: "upload"
    case .timestamp: "timestamp"
    case .uuid: "uuid"
    case .url: "url"
    case .json: "json"
    case .nullable(let inner): "\(inner.sketch)|null"
    case .array(let item): "[\(item.sketch)]"
    case .dictionary(let value): "[string: \(value.sketch)]"
    case .structure(let structure): structure.sketch
    case .enclosing(let path): "\(path.joined(separator: ".")) above"
    case .enumeration(let plan): plan.values.joined(separator: "|")
    case .declared(let id): "\(id.kind) \(id.number)"
    }
  }
}

extension DeclarationPlan {
  /// `0 Order: {id: string}`, with the number of the type that it stands in behind its name.
  var sketch: String {
    let place = parent.map { " in \($0.number)" } ?? ""
    return "\(id.number) \(name)\(place): \(form.sketch)"
  }
}

extension DeclarationPlan.Form {
  var sketch: String {
    switch self {
    case .object(let members):
      "{" + members.map(\.sketch).joined(separator: ", ") + "}"
    case .openEnumeration(let values): values.joined(separator: "|")
    case .union(let alternatives): alternatives.map(\.sketch).joined(separator: " or ")
    }
  }
}

extension MemberPlan {
  var sketch: String { "\(name): \(type.sketch)\(admitsNull ? "|null" : "")" }
}

extension AlternativePlan {
  var sketch: String {
    let mark =
      switch self.mark {
      case nil: ""
      case .member(let name, let values): " with \(name) \(values.joined(separator: "|"))"
      case .presence(let name): " that has \(name)"
      }
    return "\(name): \(type.sketch) (\(kind)\(mark))"
  }
}

extension StructPlan {
  var sketch: String { "{" + fields.map(\.sketch).joined(separator: ", ") + "}" }
}

extension FieldPlan {
  var sketch: String {
    let value = defaultValue.map { " = " + $0.sketch } ?? ""
    return "\(name): \(type.sketch)\(isOptional ? "?" : "")\(value)"
  }
}

extension VariablePlan {
  var sketch: String { "\(step).\(label): \(type.sketch)\(isOptional ? "?" : "")" }
}
