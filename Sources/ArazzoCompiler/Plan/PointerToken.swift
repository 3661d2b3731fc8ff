/// A token of a path into a JSON value. A ``JSONPointer`` doesn't say whether digits are a name or
/// an index, which a JSONPath says.
package enum PointerToken: Sendable, Hashable {
  /// A name in an object, an index in an array: a token of a JSON Pointer (RFC 6901).
  case either(String)
  /// A name, which finds nothing in an array (RFC 9535, 2.3.1).
  case name(String)
  /// An index, from the end where negative, which finds nothing in an object (RFC 9535, 2.3.3).
  case index(Int)

  /// The token as in a JSON Pointer.
  package var text: String {
    switch self {
    case .either(let text), .name(let text): text
    case .index(let index): String(index)
    }
  }

  /// Whether what it finds depends on the value: digits are a name in an object.
  package var isAmbiguous: Bool {
    if case .either(let text) = self { text.isIndex } else { false }
  }

  /// Whether it finds nothing in either an object or an array.
  package var isStrict: Bool {
    if case .either = self { false } else { true }
  }

  /// The name of the member that it finds in an object.
  package var memberName: String? {
    if case .index = self { nil } else { text }
  }

  /// The index that it is in an array, from the end where negative.
  package var elementIndex: Int? {
    switch self {
    case .either(let text): Int(text).flatMap { $0 >= 0 && String($0) == text ? $0 : nil }
    case .name: nil
    case .index(let index): index
    }
  }

  /// Whether it counts from the end of an array.
  var isFromEnd: Bool {
    if case .index(let index) = self { index < 0 } else { false }
  }

  /// The element that it finds in an array of that many.
  func place(in count: Int) -> Int? {
    elementIndex.map { $0 < 0 ? $0 + count : $0 }
  }
}

extension PointerToken: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .either(text) }
}

extension PointerToken: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .either(let text): try container.encode(text)
    case .name(let name): try container.encode(["name": name])
    case .index(let index): try container.encode(["index": index])
    }
  }
}

extension [PointerToken] {
  /// The tokens of a JSON Pointer.
  init(_ tokens: [String]) { self = tokens.map(PointerToken.either) }

  /// As in a JSON Pointer.
  package var texts: [String] { map(\.text) }
}

extension String {
  /// Whether it is digits alone.
  var isIndex: Bool {
    !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
