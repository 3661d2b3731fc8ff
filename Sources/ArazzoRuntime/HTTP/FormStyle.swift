/// How a field of a form is written that is an array or an object (OpenAPI's Encoding Object).
public enum FormStyle: Sendable, Hashable {
  /// A pair for each element, or for each member under the member's own name.
  case exploded
  /// One pair whose elements, or names and values, stand between percent-encoded separators.
  case delimited(String)
  /// `name[member]=value`, at any depth; the elements of an array are numbered from 0.
  case deepObject
  /// One pair with the value as JSON.
  case json

  /// The pairs of a field, encoded as the URL Standard says for forms; none for what is `null`.
  static func pairs(_ name: String, _ value: JSONValue, _ style: FormStyle?) -> [String] {
    switch (value, style) {
    case (.null, _): return []
    case (.array(let elements), .deepObject):
      return elements.enumerated().flatMap { pairs("\(name)[\($0)]", $1, .deepObject) }
    case (.object(let members), .deepObject):
      return members.flatMap { pairs("\(name)[\($0)]", $1, .deepObject) }
    case (.array(let elements), .delimited(let separator)):
      return delimited(name, elements, separator)
    case (.object(let members), .delimited(let separator)):
      return delimited(name, members.flatMap { $1 == .null ? [] : [.string($0), $1] }, separator)
    case (.array, .json), (.object, .json), (.object, nil): break
    case (.array(let elements), _): return elements.flatMap { pairs(name, $0, .json) }
    case (.object(let members), .exploded): return members.flatMap { pairs($0, $1, .json) }
    default: break
    }
    return ["\(PercentEncoding.form(name))=\(PercentEncoding.form(value.text))"]
  }

  private static func delimited(
    _ name: String, _ elements: [JSONValue], _ separator: String
  ) -> [String] {
    let texts = elements.filter { $0 != .null }.map { PercentEncoding.form($0.text) }
    return texts.isEmpty
      ? [] : ["\(PercentEncoding.form(name))=\(texts.joined(separator: separator))"]
  }
}
