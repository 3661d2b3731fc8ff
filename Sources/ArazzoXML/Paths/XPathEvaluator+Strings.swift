extension XPathEvaluator {
  /// Calls a function whose arguments are strings, but for the numbers of `substring`.
  mutating func callOnStrings(
    _ function: XPath.Function, _ arguments: [XPath], _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    var values: [XPathValue] = []
    for argument in arguments { values.append(try evaluate(argument, context)) }
    if values.isEmpty { values = [.nodes([context.node])] }
    if function == .substring { return .string(try substring(values)) }
    var texts: [String] = []
    for value in values {
      let text = try string(value)
      try spend(1 + text.utf8.count >> 4)
      texts.append(text)
    }
    switch (function, texts.count) {
    case (.concat, _): return .string(texts.joined())
    case (.stringLength, 1): return .number(Double(texts[0].unicodeScalars.count))
    case (.normalizeSpace, 1):
      let words = texts[0].unicodeScalars.split { Character($0).isXMLSpace }
      return .string(words.map { String($0) }.joined(separator: " "))
    case (.translate, 3): return .string(translate(texts[0], from: texts[1], to: texts[2]))
    case (_, 2): return try search(function, texts[0], for: texts[1])
    default: throw .noNodes
    }
  }

  private mutating func search(
    _ function: XPath.Function, _ text: String, for part: String
  ) throws(XPathError) -> XPathValue {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    if function == .startsWith { return .boolean(bytes.starts(with: wanted)) }
    let found = try find(wanted, in: bytes)
    switch function {
    case .contains: return .boolean(found != nil)
    case .substringBefore:
      return .string(String(decoding: bytes[..<(found ?? 0)], as: UTF8.self))
    default:
      let start = found.map { $0 + wanted.count } ?? bytes.count
      return .string(String(decoding: bytes[start...], as: UTF8.self))
    }
  }

  /// Where the bytes first stand; UTF-8 makes sure that no character is cut in two.
  private mutating func find(
    _ wanted: [UInt8], in bytes: [UInt8]
  ) throws(XPathError) -> Int? {
    guard let first = wanted.first else { return 0 }
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      try spend(1)
      var length = 1
      while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
      if length == wanted.count { return start }
      try spend(length >> 4)
    }
    return nil
  }

  /// The characters whose position is not less than the second argument and less than the second
  /// and the third together, both rounded.
  private mutating func substring(_ values: [XPathValue]) throws(XPathError) -> String {
    guard values.count > 1 else { throw .noNodes }
    let text = try string(values[0])
    try spend(1 + text.utf8.count >> 4)
    let start = XPathNumber.round(try number(values[1]))
    let end = values.count > 2 ? start + XPathNumber.round(try number(values[2])) : .infinity
    var result = String.UnicodeScalarView()
    var position = 1.0
    for scalar in text.unicodeScalars {
      if position >= start && position < end { result.append(scalar) }
      position += 1
    }
    return String(result)
  }

  private func translate(_ text: String, from: String, to: String) -> String {
    var replacements: [Unicode.Scalar: Unicode.Scalar?] = [:]
    var targets = to.unicodeScalars.makeIterator()
    for scalar in from.unicodeScalars {
      let target = targets.next()
      if replacements[scalar] == nil { replacements[scalar] = .some(target) }
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let target = replacements[scalar] ?? scalar { result.append(target) }
    }
    return String(result)
  }
}
