import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An object as the payload of an XML media type, written as the `xml` of its schema says (dialect
/// P17): as the text that a document could have written itself.
struct XMLObjectCompiler {
  let values: ValueCompiler
  /// The location of the payload.
  let node: Node

  private typealias Parts = [StringTemplate.Part]

  /// What an element holds.
  private indirect enum Content {
    case object([(name: String, value: Content)], Location)
    case array([Content], Location)
    case text(Parts)
  }

  private struct Refusal: Error {
    let message: String
    let location: Location
  }

  func value(_ payload: DocumentValue, _ schema: Schema) -> ValuePlan? {
    written(schema) { () throws(Refusal) in try content(payload) }
  }

  /// An input that has fields, as an object of them.
  func value(of value: ValuePlan, _ schema: Schema?) -> ValuePlan? {
    if let schema, case .input(let path) = value.kind,
      case .structure(let plan) = value.type.withoutNull
    {
      return written(schema) { () throws(Refusal) in try content(plan, at: path) }
    }
    values.diagnostics.error(
      "an XML body must be text, but \((value.spelling ?? "the value").quotedForMessage) is "
        + value.type.phrase, at: node.location,
      suggestion: "write the payload as XML text, with '{$…}' for each value")
    return nil
  }

  private func written(
    _ schema: Schema, _ content: () throws(Refusal) -> Content
  ) -> ValuePlan? {
    do throws(Refusal) {
      guard let name = schema.xmlName else {
        throw Refusal(
          message: "the root element has no name", location: node.location)
      }
      let parts = try element(name, content(), schema)
      let text = parts.spelled(values.spelled)
      guard let value = XMLTextCompiler(values: values, node: node).value(parts, text) else {
        return nil
      }
      values.diagnostics.dialect(
        .p17XMLObject, at: node.location, specSpelling: "write the payload as text: '\(text)'")
      return value
    } catch {
      values.diagnostics.error(
        "the payload can't be written as XML: \(error.message)", at: error.location,
        suggestion: "write the payload as XML text")
      return nil
    }
  }

  // MARK: elements

  private func element(
    _ name: String, _ content: Content, _ schema: Schema?
  ) throws(Refusal) -> Parts {
    let prefix = schema?.xml("prefix")?.string
    let tag = prefix.map { "\($0):\(name)" } ?? name
    let space = schema?.xml("namespace")?.string.map {
      " xmlns\(prefix.map { ":" + $0 } ?? "")=\"\($0.xmlEscaped)\""
    }
    guard case .object(let members, _) = content else {
      return [.text("<\(tag)\(space ?? "")>")] + (try text(content)) + [.text("</\(tag)>")]
    }
    var attributes: Parts = space.map { [.text($0)] } ?? []
    var elements: Parts = []
    for member in members {
      let inner = schema?.property(member.name)?.schema
      let name = inner?.xml("name")?.string ?? member.name
      if inner?.xml("attribute")?.bool == true {
        let prefix = inner?.xml("prefix")?.string.map { $0 + ":" } ?? ""
        attributes += [.text(" \(prefix)\(name)=\"")] + (try text(member.value)) + [.text("\"")]
      } else {
        elements += try self.elements(name, member.value, inner)
      }
    }
    return [.text("<\(tag)")] + attributes + [.text(">")] + elements + [.text("</\(tag)>")]
  }

  /// An array as an element for each of its own, in one around them where it is `wrapped`.
  private func elements(
    _ name: String, _ content: Content, _ schema: Schema?
  ) throws(Refusal) -> Parts {
    guard case .array(let elements, _) = content else { return try element(name, content, schema) }
    let items = schema?.items
    let each = items?.xml("name")?.string ?? name
    var parts: Parts = []
    for content in elements { parts += try element(each, content, items) }
    guard schema?.xml("wrapped")?.bool == true else { return parts }
    return [.text("<\(name)>")] + parts + [.text("</\(name)>")]
  }

  private func text(_ content: Content) throws(Refusal) -> Parts {
    switch content {
    case .text(let parts): return parts
    case .array(_, let place):
      throw Refusal(message: "an element that is text has a sequence", location: place)
    case .object(_, let place):
      throw Refusal(message: "an element that is text has a mapping", location: place)
    }
  }

  // MARK: what is to be written

  private func content(_ value: DocumentValue) throws(Refusal) -> Content {
    switch value.content {
    case .scalar: return .text([.text(value.node.scalarText)])
    case .text(let reading), .jsonText(let reading, _): return .text(try parts(reading, value.node))
    case .sequence(let elements):
      var contents: [Content] = []
      for element in elements { contents.append(try content(element)) }
      return .array(contents, value.location)
    case .mapping(let members):
      var contents: [(name: String, value: Content)] = []
      for member in members { contents.append((member.key.value, try content(member.value))) }
      return .object(contents, value.location)
    case .selector:
      throw Refusal(message: "a Selector Object can't be inside it", location: value.location)
    case .unquotedExpression(let error):
      throw Refusal(message: error.message, location: value.location)
    }
  }

  private func parts(_ reading: StringReading, _ node: Node) throws(Refusal) -> Parts {
    guard let value = values.string(reading, node, schema: nil) else {
      throw Refusal(
        message: "the value of \(reading.text.quotedForMessage) is unknown", location: node.location
      )
    }
    if value.literal != nil { return [.text(reading.text.xmlEscaped)] }
    try check(value.type, reading.text, at: node.location)
    switch reading.template {
    case .success(.expression(let parsed)): return [.expression(parsed, offset: 0, isBraced: true)]
    case .success(.parts(let parts)): return parts.map(\.xmlEscaped)
    case .success(.text), .failure: return [.text(reading.text.xmlEscaped)]
    }
  }

  private func check(_ type: TypePlan, _ name: String, at place: Location) throws(Refusal) {
    guard type == .json || type.isOneText else {
      throw Refusal(message: "\(name.quotedForMessage) is \(type.phrase)", location: place)
    }
  }

  /// The fields of an input, as the expressions that name them.
  private func content(_ plan: StructPlan, at path: [String]) throws(Refusal) -> Content {
    var members: [(name: String, value: Content)] = []
    for field in plan.fields {
      let path = path + [field.name]
      if case .structure(let inner) = field.type {
        members.append((field.name, try content(inner, at: path)))
        continue
      }
      try check(
        field.type.withoutNull, "$inputs." + path.joined(separator: "."), at: node.location)
      let pointer = JSONPointer(tokens: Array(path.dropFirst()))
      let expression = RuntimeExpression.inputs(.init(path: path[0], pointer: pointer))
      members.append(
        (field.name, .text([.expression(.init(expression), offset: 0, isBraced: true)])))
    }
    return .object(members, node.location)
  }
}

extension Node {
  /// A scalar as text; `null` is none.
  fileprivate var scalarText: String {
    bool.map { $0 ? "true" : "false" } ?? numberAsWritten ?? ""
  }
}

extension StringTemplate.Part {
  fileprivate var xmlEscaped: StringTemplate.Part {
    if case .text(let text) = self { .text(text.xmlEscaped) } else { self }
  }
}

extension Schema {
  /// A field of the schema's XML Object.
  fileprivate func xml(_ field: String) -> Node? { keyword("xml")?[field] }
}

extension String {
  fileprivate var xmlEscaped: String {
    escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: nil
      }
    }
  }
}
