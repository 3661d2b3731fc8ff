/// A value of a YAML or JSON document, with its location.
package struct Node: Sendable {
  package let value: Value
  /// ``textInset`` in the byte after the value, -1 for none: a large document has many nodes.
  private let narrowInset: Int8
  package let location: Location
  /// Whether the text starts at `location` as written, so that an offset into a string is an offset
  /// into the line: plain and quoted scalars without escapes on one line. The value is the number
  /// of columns before the text (1 for a quote); `nil` where offsets can't be mapped.
  package var textInset: Int? { narrowInset < 0 ? nil : Int(narrowInset) }
  private let spelling: Spelling?

  package init(
    _ value: Value, at location: Location, textInset: Int? = nil, spelling: String? = nil
  ) {
    self.value = value
    self.location = location
    narrowInset = textInset.map { Int8(clamping: $0) } ?? -1
    self.spelling = spelling.map(Spelling.init)
  }

  /// How a number is written where JSON spells it in another way: `01234`, `0x1F`.
  ///
  /// An object, for which a node has half the room of a string: hardly any has one.
  private final class Spelling: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// A number in JSON's spelling (RFC 8259), with the digits as written; hexadecimal, octal and
    /// other YAML spellings are rewritten as decimal.
    case number(String)
    case string(String)
    case sequence([Node])
    case mapping(Mapping)
  }
}

extension Node {
  package var mapping: Mapping? { if case .mapping(let mapping) = value { mapping } else { nil } }
  package var sequence: [Node]? { if case .sequence(let nodes) = value { nodes } else { nil } }
  package var string: String? { if case .string(let text) = value { text } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = value { bool } else { nil } }
  package var isNull: Bool { if case .null = value { true } else { false } }
  /// The number's digits in JSON's spelling.
  package var number: String? { if case .number(let digits) = value { digits } else { nil } }
  /// The number as the document has it.
  package var numberAsWritten: String? { number.map { spelling?.text ?? $0 } }

  package subscript(key: String) -> Node? { mapping?[key] }

  /// What a token of a JSON Pointer leads to. An index has no leading zeros, and `-` (the place
  /// after the last item) doesn't resolve.
  package func child(_ token: String) -> Node? {
    switch value {
    case .mapping(let mapping): return mapping[token]
    case .sequence(let nodes):
      guard token.utf8.allSatisfy(\.isASCIIDigit), token == "0" || token.utf8.first != 0x30,
        let index = Int(token), nodes.indices.contains(index)
      else { return nil }
      return nodes[index]
    default: return nil
    }
  }

  /// What the value is, in words for a diagnostic: "a string", "a mapping".
  package var kindName: String {
    switch value {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    }
  }

  /// The place `offset` Unicode scalars into this string, or the string's own place where the text
  /// is escaped, folded or spans lines.
  package func location(at offset: Int) -> Location {
    guard let textInset else { return location }
    return Location(
      location.source, line: location.line, column: location.column + textInset + offset)
  }
}
