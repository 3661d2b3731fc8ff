import HTTPTypes

/// The cookies that a response sets (RFC 6265, section 4.1), without their attributes.
struct SetCookies: Sendable {
  /// In order; where a name repeats, the last value counts.
  private(set) var pairs: [(name: String, value: String)] = []

  /// Reads a `Set-Cookie` field, or several that were joined by commas, as `URLSession` does it.
  init(_ text: String) {
    for field in Self.fields(Array(text.utf8)) {
      let pair = field.prefix { $0 != UInt8(ascii: ";") }
      guard let sign = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = Self.trimmed(pair[..<sign])
      let value = Self.trimmed(pair[(sign + 1)...])
      guard HTTPField.Name(name) != nil else { continue }
      pairs.removeAll { $0.name == name }
      pairs.append((name, value))
    }
  }

  /// The value of a cookie.
  subscript(name: String) -> String? { pairs.last { $0.name == name }?.value }

  /// What a `Cookie` field has; `nil` where there is no cookie.
  var field: String? {
    pairs.isEmpty ? nil : pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  /// A comma begins another field where a name and a `=` follow; in a date they do not.
  private static func fields(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var start = 0
    for comma in bytes.indices where bytes[comma] == UInt8(ascii: ",") {
      let rest = bytes[(comma + 1)...].drop { isSpace($0) }
      let name = rest.prefix { !endsName($0) }
      guard !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: "=") else { continue }
      fields.append(bytes[start..<comma])
      start = comma + 1
    }
    return fields + [bytes[start...]]
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || "=;,".utf8.contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { isSpace($0) }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StepRequest {
  /// Sets the `Cookie` field to the cookies of a `Set-Cookie` field, without their attributes.
  public func setCookies<Value: JSONRepresentable>(
    _ fields: Value?, required: Bool = false, from expression: String? = nil
  ) {
    let json = fields?.jsonValue ?? .null
    let field = json == .null ? nil : SetCookies(json.text).field
    setHeader("Cookie", field.map { Secret($0) }, required: required, from: expression)
  }
}
