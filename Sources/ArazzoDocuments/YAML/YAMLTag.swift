/// The tags that stand for something in JSON (YAML 1.2.2, chapter 10).
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
      "the tag \(written(tag).quotedForMessage) can't stand on this value", at: location,
      suggestion: "leave it out; !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are read")
  }

  /// The tag as it probably stands in the text.
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
