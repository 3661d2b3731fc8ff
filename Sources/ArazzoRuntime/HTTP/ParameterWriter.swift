/// Where in a request a parameter goes.
@usableFromInline
package enum ParameterPlace: String, Sendable {
  case path, query, header, cookie
}

/// Puts a parameter together from the parts of its value (OpenAPI, Parameter Object, "Style Values").
///
/// Made for a place, it writes the default style there: `simple` in a path and a header, `form` and
/// exploded in a query and a cookie.
@usableFromInline
package struct ParameterWriter: Sendable {
  /// Why a value can't be written.
  @usableFromInline
  package struct Refusal: Error {
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  /// What makes of a text what can stand in its place.
  package typealias Encoding = @Sendable (String) throws(Refusal) -> String

  /// The name as it is written; `nil` where the style has none.
  package var name: String?
  /// What comes first.
  package var prefix = ""
  /// What stands between parts that are exploded.
  package var separator: String
  /// What stands between parts that are not.
  package var comma = ","
  package var explode: Bool
  /// Whether a name without a value has a `=` all the same.
  package var keepsEqualsSign = true
  /// How texts and the names of members are written.
  package var encode: Encoding
  /// How an array or an object is written within another; `nil` where that can't be.
  package var nested: (@Sendable (JSONValue) -> String)?

  /// Writes in the default style of a place.
  package init(_ name: String, in place: ParameterPlace) {
    let isNamed = place == .query || place == .cookie
    self.name = isNamed ? PercentEncoding.value(name) : nil
    separator = place == .query ? "&" : place == .cookie ? "; " : ","
    explode = isNamed
    encode = { PercentEncoding.value($0) }
    if place == .header { encode = Self.fieldText }
  }

  /// The parameter with its name where the style has it; `nil` where there is nothing to write:
  /// `null`, an array or an object without anything else in it.
  package func written(_ value: JSONValue) throws(Refusal) -> String? {
    let parts = try parts(value)
    guard !parts.isEmpty else { return nil }
    return prefix
      + parts.map { part in
        guard let name = part.name else { return part.text }
        return part.text.isEmpty && !keepsEqualsSign ? name : "\(name)=\(part.text)"
      }.joined(separator: separator)
  }

  /// The parts, each with the name that it has.
  package func parts(_ value: JSONValue) throws(Refusal) -> [(name: String?, text: String)] {
    var parts: [(name: String?, text: String)] = []
    switch value {
    case .null: return []
    case .array(let elements):
      for element in elements where element != .null {
        parts.append((name, try text(element, in: "an array")))
      }
      return explode || parts.isEmpty ? parts : [(name, joined(parts.map(\.text)))]
    case .object(let members):
      for (key, member) in members where member != .null {
        parts.append((try encode(key), try text(member, in: "an object")))
      }
      if explode || parts.isEmpty { return parts }
      return [(name, joined(parts.flatMap { [$0.name ?? "", $0.text] }))]
    case .bool, .number, .string: return [(name, try encode(value.text))]
    }
  }

  private func joined(_ texts: [String]) -> String { texts.joined(separator: comma) }

  private func text(_ value: JSONValue, in outer: String) throws(Refusal) -> String {
    switch value {
    case .array, .object:
      if let nested { return try encode(nested(value)) }
      throw Refusal(reason: "can't be \(outer) with \(value.kind) in it")
    case .null, .bool, .number, .string: return try encode(value.text)
    }
  }

  /// A value in the default style of a place, as `ParameterWriter(name, in: place)` writes it.
  static func written(
    _ value: JSONValue, _ name: String, in place: ParameterPlace
  ) throws(Refusal) -> String? {
    switch value {
    case .null: return nil
    case .array, .object: return try ParameterWriter(name, in: place).written(value)
    case .bool, .number, .string: break
    }
    switch place {
    case .path: return PercentEncoding.value(value.text)
    case .header: return try fieldText(value.text)
    case .query, .cookie:
      return "\(PercentEncoding.value(name))=\(PercentEncoding.value(value.text))"
    }
  }

  /// A text as it is; what would end a header field is refused (rule H2).
  package static let fieldText: Encoding = { text throws(Refusal) in
    let isControl = text.hasByte { ($0 < 0x20 && $0 != UInt8(ascii: "\t")) || $0 == 0x7F }
    guard !isControl else {
      throw Refusal(reason: "holds a control character such as a line break")
    }
    return text
  }

  /// A token as the credentials of a header field (RFC 6750, section 2.1).
  static let bearer: StepRequest.ParameterWriting = { token throws(Refusal) in
    try written(token, "", in: .header).map { "Bearer " + $0 }
  }

  /// A text as it is; what would end a cookie is refused (rule H2).
  package static let cookieText: Encoding = { text throws(Refusal) in
    guard !text.hasByte({ $0 == UInt8(ascii: ";") }) else {
      throw Refusal(reason: "holds a semicolon")
    }
    return try fieldText(text)
  }
}
