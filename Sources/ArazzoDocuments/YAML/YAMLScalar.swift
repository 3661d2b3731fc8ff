/// What a plain scalar means in the core schema (YAML 1.2.2, section 10.3.2), from its bytes.
enum YAMLScalar {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The value, or `nil` when the scalar is a string.
  ///
  /// JSON has no numbers for `.inf` and `.nan`: they are strings.
  static func resolve(_ bytes: Bytes) -> Node.Value? {
    guard let first = bytes.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return YAMLNumber.canonical(bytes).map { .number($0) }
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"),
      UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"):
      return bytes.count <= 5 ? resolveWord(bytes) : nil
    default: return nil
    }
  }

  private static func resolveWord(_ bytes: Bytes) -> Node.Value? {
    if bytes.isOne(of: ["~", "null", "Null", "NULL"]) { return .null }
    if bytes.isOne(of: ["true", "True", "TRUE"]) { return .bool(true) }
    if bytes.isOne(of: ["false", "False", "FALSE"]) { return .bool(false) }
    return nil
  }

  /// Whether the text is one of the floats that no JSON number can be.
  static func isNotFinite(_ bytes: Bytes) -> Bool {
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let unsigned = Bytes(rebasing: bytes.dropFirst(isSigned ? 1 : 0))
    return unsigned.isOne(of: [".inf", ".Inf", ".INF"])
      || bytes.isOne(of: [".nan", ".NaN", ".NAN"])
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func isOne(of words: [StaticString]) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == count
        && indices.allSatisfy { self[$0] == (word.utf8Start + $0).pointee }
    }
  }
}
