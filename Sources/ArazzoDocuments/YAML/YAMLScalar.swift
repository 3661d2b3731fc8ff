import CLibYAML

/// The value of a plain scalar in the core schema (YAML 1.2.2, section 10.3.2), from its bytes.
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

/// The fields of a scalar event; valid only as long as the event.
struct YAMLScalarEvent {
  let bytes: UnsafeBufferPointer<UInt8>
  let style: yaml_scalar_style_t
  private let tagText: UnsafeMutablePointer<UInt8>?
  private let anchorText: UnsafeMutablePointer<UInt8>?

  init(_ event: UnsafePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    style = scalar.style
    tagText = scalar.tag
    anchorText = scalar.anchor
  }

  var isPlain: Bool { style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether a tag or an anchor precedes the text.
  var hasProperties: Bool { tagText != nil || anchorText != nil }

  var tag: String? { tagText.map { String(cString: $0) } }

  var anchor: String? { anchorText.map { String(cString: $0) } }
}

/// The tags of the types that JSON has (YAML 1.2.2, chapter 10).
enum YAMLTag: String {
  case null = "tag:yaml.org,2002:null"
  case bool = "tag:yaml.org,2002:bool"
  case int = "tag:yaml.org,2002:int"
  case float = "tag:yaml.org,2002:float"
  case string = "tag:yaml.org,2002:str"
  case sequence = "tag:yaml.org,2002:seq"
  case mapping = "tag:yaml.org,2002:map"

  static func unsupported(_ tag: String, at location: Location) -> DocumentError {
    DocumentError(
      "the tag \(written(tag).quotedForMessage) isn't supported on this value", at: location,
      suggestion: "remove it; supported tags are !!str, !!int, !!float, !!bool, !!null, !!seq and "
        + "!!map")
  }

  /// The likely spelling of the tag in the text.
  static func written(_ tag: String) -> String {
    let prefix = "tag:yaml.org,2002:"
    return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
  }

  /// Resolves the text of a scalar that carries the tag; `nil` where the text is no such value.
  func resolve(_ text: UnsafeBufferPointer<UInt8>, as string: String) -> Node.Value? {
    let plain = YAMLScalar.resolve(text)
    switch (self, plain) {
    case (.string, _): return .string(string)
    case (.null, .null), (.bool, .bool): return plain
    case (.int, .number(let digits)):
      let isWhole = digits.utf8.dropFirst().allSatisfy(\.isASCIIDigit)
      return isWhole ? plain : nil
    case (.float, .number): return plain
    case (.float, nil) where YAMLScalar.isNotFinite(text): return .string(string)
    default: return nil
    }
  }
}

/// Rewrites YAML's numbers in JSON's syntax, with the same value.
enum YAMLNumber {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The number in JSON's spelling with the digits as written; `nil` when the text is no number.
  ///
  /// Octal and hexadecimal numbers of more than 64 bits stay text.
  static func canonical(_ bytes: Bytes) -> String? {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      if bytes[1] == UInt8(ascii: "x") { return whole(bytes.dropFirst(2), radix: 16) }
      if bytes[1] == UInt8(ascii: "o") { return whole(bytes.dropFirst(2), radix: 8) }
    }
    guard let parts = Parts(bytes) else { return nil }
    if parts.isJSON { return String(decoding: bytes, as: UTF8.self) }
    var text = parts.isNegative ? "-" : ""
    let whole = bytes[parts.whole].drop { $0 == UInt8(ascii: "0") }
    text += whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
    if let fraction = parts.fraction {
      text += "." + (fraction.isEmpty ? "0" : String(decoding: bytes[fraction], as: UTF8.self))
    }
    return text + String(decoding: bytes[parts.exponent], as: UTF8.self)
  }

  private static func whole(_ digits: Slice<Bytes>, radix: UInt64) -> String? {
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = byte.hexDigitValue.map(UInt64.init), digit < radix else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: radix)
      guard !overflows else { return nil }
      value = product | digit
    }
    return String(value)
  }
}

extension YAMLNumber {
  /// The ranges of the parts of a decimal number:
  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
  private struct Parts {
    var isNegative = false
    var whole = 0..<0
    /// What follows the point, if there is one.
    var fraction: Range<Int>?
    /// The exponent with its letter; empty when there is none.
    var exponent = 0..<0
    /// Whether JSON spells it so, too.
    var isJSON = true

    init?(_ bytes: Bytes) {
      var position = 0
      if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
        isNegative = bytes[0] == UInt8(ascii: "-")
        isJSON = isNegative
        position = 1
      }
      whole = Self.digits(bytes, from: position)
      position = whole.upperBound
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        let digits = Self.digits(bytes, from: position + 1)
        fraction = digits
        position = digits.upperBound
      }
      guard !whole.isEmpty || fraction?.isEmpty == false else { return nil }
      exponent = position..<position
      if position < bytes.count {
        guard let end = Self.exponentEnd(bytes, from: position) else { return nil }
        exponent = position..<end
      }
      let hasLeadingZero = whole.count > 1 && bytes[whole.lowerBound] == UInt8(ascii: "0")
      isJSON = isJSON && !whole.isEmpty && fraction?.isEmpty != true && !hasLeadingZero
    }

    private static func digits(_ bytes: Bytes, from start: Int) -> Range<Int> {
      var end = start
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      return start..<end
    }

    /// The end of the text, when an exponent reaches up to it.
    private static func exponentEnd(_ bytes: Bytes, from start: Int) -> Int? {
      guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
      var position = start + 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      let digits = digits(bytes, from: position)
      return !digits.isEmpty && digits.upperBound == bytes.count ? bytes.count : nil
    }
  }
}
