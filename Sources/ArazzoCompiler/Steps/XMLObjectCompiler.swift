import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An object as the payload of an XML media type, written as the `xml` of its schema says (dialect
/// P17): as the text that a document could have written itself.
struct XMLObjectCompiler {
  let values: ValueCompiler
  let payload: Node

  private struct Refusal: Error {
    let message: String
    let location: Location
  }

  func value(_ schema: Schema) -> ValuePlan? {
    do {
      guard let name = schema.xmlName else {
        throw Refusal(
          message: "nothing says what the root element is called", location: payload.location)
      }
      let text = try element(name, payload, schema)
      guard let value = XMLTextCompiler(values: values, node: payload).value(text) else {
        return nil
      }
      values.diagnostics.dialect(
        .p17XMLObject, at: payload.location, specSpelling: "write the payload as text: '\(text)'")
      return value
    } catch let refusal as Refusal {
      values.diagnostics.error(
        "the payload can't be written as XML: \(refusal.message)", at: refusal.location,
        suggestion: "write the payload as XML text")
    } catch {}
    return nil
  }

  /// An input that has fields, as an object of them.
  func value(of value: ValuePlan, _ schema: Schema?) -> ValuePlan? {
    if let schema, case .input(let path) = value.kind,
      case .structure(let plan) = value.type.withoutNull
    {
      return XMLObjectCompiler(values: values, payload: plan.references(at: path, payload.location))
        .value(schema)
    }
    values.diagnostics.error(
      "a body of type XML is text, and \((value.spelling ?? "the value").quotedForMessage) is "
        + value.type.phrase, at: payload.location,
      suggestion: "write the payload as XML text, with '{$…}' for each value")
    return nil
  }

  private func element(_ name: String, _ node: Node, _ schema: Schema?) throws -> String {
    let prefix = schema?.xml("prefix")?.string
    let tag = prefix.map { "\($0):\(name)" } ?? name
    let space = schema?.xml("namespace")?.string.map {
      " xmlns\(prefix.map { ":" + $0 } ?? "")=\"\($0.xmlEscaped)\""
    }
    guard let members = node.mapping?.members else {
      return "<\(tag)\(space ?? "")>\(try text(node))</\(tag)>"
    }
    var attributes = space ?? ""
    var content = ""
    for member in members {
      let inner = schema?.property(member.key.value)?.schema
      let name = inner?.xml("name")?.string ?? member.key.value
      if inner?.xml("attribute")?.bool == true {
        let prefix = inner?.xml("prefix")?.string.map { $0 + ":" } ?? ""
        attributes += " \(prefix)\(name)=\"\(try text(member.value))\""
      } else {
        content += try elements(name, member.value, inner)
      }
    }
    return "<\(tag)\(attributes)>\(content)</\(tag)>"
  }

  /// An array as an element for each of its own, in one around them where it is `wrapped`.
  private func elements(_ name: String, _ node: Node, _ schema: Schema?) throws -> String {
    guard let nodes = node.sequence else { return try element(name, node, schema) }
    let items = schema?.items
    let each = items?.xml("name")?.string ?? name
    let content = try nodes.map { try element(each, $0, items) }.joined()
    return schema?.xml("wrapped")?.bool == true ? "<\(name)>\(content)</\(name)>" : content
  }

  private func isOneExpression(_ text: String) -> Bool {
    if case .expression? = try? StringTemplate.parse(text) { true } else { false }
  }

  private func text(_ node: Node) throws -> String {
    switch node.value {
    case .null: return ""
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .number: return node.numberAsWritten ?? ""
    case .string(let text):
      guard let value = values.string(text, node, schema: nil) else {
        throw Refusal(message: "a value is not known", location: node.location)
      }
      if value.literal != nil { return text.xmlEscaped }
      guard value.type == .json || value.type.isOneText else {
        throw Refusal(message: "a value is \(value.type.phrase)", location: node.location)
      }
      return isOneExpression(text) ? "{\(text)}" : text.xmlEscaped
    case .sequence, .mapping:
      throw Refusal(message: "a value is \(node.kindName)", location: node.location)
    }
  }
}

extension StructPlan {
  /// The fields as a mapping of the expressions that name them.
  fileprivate func references(at path: [String], _ place: Location) -> Node {
    let members = fields.map { field in
      let path = path + [field.name]
      let pointer = JSONPointer(tokens: Array(path.dropFirst()))
      var node = Node(.string("$inputs.\(path[0])#\(pointer)"), at: place)
      if case .structure(let inner) = field.type { node = inner.references(at: path, place) }
      return Node.Mapping.Member(key: Located(field.name, at: place), value: node)
    }
    return Node(.mapping(Node.Mapping(members)), at: place)
  }
}

extension Schema {
  /// What the XML Object of the schema says.
  fileprivate func xml(_ field: String) -> Node? { keyword("xml")?[field] }
}

extension String {
  fileprivate var xmlEscaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
