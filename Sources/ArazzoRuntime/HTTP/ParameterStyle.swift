/// How the value of a parameter is written (OpenAPI, Parameter Object, "Style Values").
public enum ParameterStyle: Sendable, Hashable {
  /// `a,b`: how a path or a header has a value unless the description says otherwise.
  case simple
  /// `.a.b`, in a path.
  case label
  /// `;name=a;name=b`, in a path.
  case matrix
  /// `name=a&name=b`: how a query or a cookie has a value unless the description says otherwise.
  case form
  /// `name=a%20b`, in a query.
  case spaceDelimited
  /// `name=a%7Cb`, in a query.
  case pipeDelimited
  /// `name[member]=a` with the brackets encoded, in a query. What is nested deeper has more of them,
  /// and the elements of an array are numbered from 0.
  case deepObject
  /// `name=a; name=b`, in a cookie, with nothing encoded.
  case cookie
  /// The whole value as JSON text (a parameter described by `content`).
  case json

  /// What comes first, what stands between the parts that are exploded and those that are not, and
  /// whether the name is written.
  var table: (prefix: String, exploded: String, joined: String, isNamed: Bool) {
    switch self {
    case .simple: ("", ",", ",", false)
    case .label: (".", ".", ",", false)
    case .matrix: (";", ";", ",", true)
    case .form, .deepObject, .json: ("", "&", ",", true)
    case .spaceDelimited: ("", "&", "%20", true)
    case .pipeDelimited: ("", "&", "%7C", true)
    case .cookie: ("", "; ", ",", true)
    }
  }
}

/// Where in a request a parameter goes.
enum ParameterPlace: String {
  case path, query, header, cookie

  /// The style of JSON text, which is one string.
  fileprivate var plain: ParameterStyle { self == .path || self == .header ? .simple : .form }
}

/// Writes the value of one parameter as its style says.
struct ParameterWriter {
  let name: String
  var place: ParameterPlace
  var style: ParameterStyle
  var explode: Bool
  var allowsReserved = false

  /// Why a value can't be written.
  struct Refusal: Error {
    let reason: String
  }

  private typealias Part = (name: String?, text: String)

  /// The parameter with its name where the style has it; `nil` where there is nothing to write:
  /// `null`, an array or an object without anything else in it.
  func written(_ value: JSONValue) throws(Refusal) -> String? {
    guard style != .json else {
      guard value != .null else { return nil }
      let plain = ParameterWriter(
        name: name, place: place, style: place.plain, explode: false,
        allowsReserved: allowsReserved)
      return try plain.written(.string(value.description))
    }
    let parts = try parts(value)
    guard !parts.isEmpty else { return nil }
    let isCookie = place == .cookie
    return style.table.prefix
      + parts.map { part in
        guard let name = part.name else { return part.text }
        return style == .matrix && part.text.isEmpty ? name : "\(name)=\(part.text)"
      }.joined(separator: isCookie ? "; " : style.table.exploded)
  }

  private func parts(_ value: JSONValue) throws(Refusal) -> [Part] {
    let own = style.table.isNamed ? PercentEncoding.value(name) : nil
    var parts: [Part] = []
    switch value {
    case .null: break
    case _ where style == .deepObject: try append(value, name, to: &parts)
    case .array(let elements):
      for element in elements {
        if let text = try text(element, in: "an array") { parts.append((own, text)) }
      }
      if !explode { join(&parts, own) { [$0.text] } }
    case .object(let members):
      for (name, member) in members {
        let name = try encoded(name)
        if let text = try text(member, in: "an object") { parts.append((name, text)) }
      }
      if !explode { join(&parts, own) { [$0.name ?? "", $0.text] } }
    case .bool, .number, .string: parts = [(own, try encoded(value.text))]
    }
    return parts
  }

  private func join(_ parts: inout [Part], _ own: String?, _ texts: (Part) -> [String]) {
    guard !parts.isEmpty else { return }
    parts = [(own, parts.flatMap(texts).joined(separator: style.table.joined))]
  }

  private func append(
    _ value: JSONValue, _ name: String, to parts: inout [Part]
  ) throws(Refusal) {
    switch value {
    case .null: break
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        try append(element, "\(name)[\(index)]", to: &parts)
      }
    case .object(let members):
      for (key, member) in members { try append(member, "\(name)[\(key)]", to: &parts) }
    case .bool, .number, .string:
      parts.append((PercentEncoding.value(name), try encoded(value.text)))
    }
  }

  private func text(_ value: JSONValue, in outer: String) throws(Refusal) -> String? {
    switch value {
    case .null: return nil
    case .array, .object: throw Refusal(reason: "can't be \(outer) with \(value.kind) in it")
    case .bool, .number, .string: return try encoded(value.text)
    }
  }

  /// The text as its place needs it; what would end a header field or a cookie is refused (rule H2).
  private func encoded(_ text: String) throws(Refusal) -> String {
    let isRaw = place == .header || style == .cookie
    if isRaw || place == .cookie {
      let isControl = text.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F
      }
      guard !isControl else {
        throw Refusal(reason: "holds a control character such as a line break")
      }
      guard style != .cookie || !text.contains(";") else {
        throw Refusal(reason: "holds a semicolon")
      }
    }
    if isRaw { return text }
    guard allowsReserved else { return PercentEncoding.value(text) }
    return PercentEncoding.reserved(text, except: place == .path ? "/?#" : "#")
  }
}
