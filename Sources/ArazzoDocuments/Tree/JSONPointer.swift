/// A JSON Pointer (RFC 6901).
package struct JSONPointer: Sendable, Hashable, Codable {
  /// The reference tokens, unescaped.
  package var tokens: [String]

  package init(tokens: [String]) { self.tokens = tokens }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as RFC 6901 writes it: "" for the whole document, else "/a/b".
  package var description: String {
    tokens.map { "/" + $0.escapedForJSONPointer }.joined()
  }
}

extension String {
  /// The text as a reference token; by scalars, since a `~` with an accent is still a `~`.
  fileprivate var escapedForJSONPointer: String {
    var escaped = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "~": escaped.append(contentsOf: "~0".unicodeScalars)
      case "/": escaped.append(contentsOf: "~1".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension JSONPointer {
  /// The reason why a text isn't a JSON Pointer.
  package struct ParseError: Error, Equatable {
    package let message: String
    /// The number of Unicode scalars before the fault.
    package let offset: Int
  }

  /// Parses the form that ``description`` writes: "" or "/a/b", with `~0` for `~` and `~1` for `/`.
  package init(parsing text: String) throws(ParseError) {
    var scalars = Array(text.unicodeScalars)[...]
    guard let first = scalars.first else {
      self.init(tokens: [])
      return
    }
    guard first == "/" else {
      throw ParseError(
        message: "a JSON Pointer starts with '/', found \(String(first).quotedForMessage)",
        offset: 0)
    }
    var tokens: [String] = []
    while scalars.popFirst() != nil { tokens.append(try Self.token(&scalars)) }
    self.init(tokens: tokens)
  }

  /// Parses the fragment of a URI, with or without its `#` (RFC 6901, section 6): the pointer's
  /// UTF-8, percent-encoded.
  package init(parsingFragment fragment: String) throws(ParseError) {
    let bytes = Array(fragment.utf8)
    let isMarked = bytes.first == UInt8(ascii: "#")
    try self.init(parsing: try Self.percentDecoded(bytes, from: isMarked ? 1 : 0))
  }

  /// The character that a `~` and a digit stand for.
  package static func escaped(_ digit: Unicode.Scalar) -> Unicode.Scalar? {
    switch digit {
    case "0": "~"
    case "1": "/"
    default: nil
    }
  }

  private static func token(
    _ scalars: inout ArraySlice<Unicode.Scalar>
  ) throws(ParseError) -> String {
    var token = String.UnicodeScalarView()
    while let scalar = scalars.first, scalar != "/" {
      scalars.removeFirst()
      guard scalar == "~" else {
        token.append(scalar)
        continue
      }
      guard let meant = scalars.first.flatMap(escaped) else {
        throw ParseError(
          message: "a '~' in a JSON Pointer is written '~0', and '~1' is a '/'",
          offset: scalars.startIndex - 1)
      }
      token.append(meant)
      scalars.removeFirst()
    }
    return String(token)
  }

  private static func percentDecoded(
    _ bytes: [UInt8], from start: Int
  ) throws(ParseError) -> String {
    var decoded: [UInt8] = []
    var position = start
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "%") else {
        decoded.append(bytes[position])
        position += 1
        continue
      }
      guard position + 2 < bytes.count, let high = bytes[position + 1].hexDigitValue,
        let low = bytes[position + 2].hexDigitValue
      else {
        let offset = bytes[..<position].count { !$0.isUTF8Continuation }
        throw ParseError(message: "'%' must be followed by two hexadecimal digits", offset: offset)
      }
      decoded.append(high << 4 | low)
      position += 3
    }
    let text = String(decoding: decoded, as: UTF8.self)
    guard text.utf8.elementsEqual(decoded) else {
      throw ParseError(message: "the percent-encoded bytes are not UTF-8", offset: start)
    }
    return text
  }
}
