/// Turns the bytes of a document into UTF-8 that holds only characters of XML and whose lines end
/// with line feeds (XML 1.0, sections 2.2, 2.11 and 4.3.3).
struct XMLDecoder {
  /// What comes out.
  struct Source {
    var text: [UInt8]
    /// The encoding that the bytes are in, to be compared with what the document says.
    var encoding: Encoding?
  }

  enum Encoding { case utf8, utf16 }

  private var text: [UInt8] = []
  private var endedWithReturn = false

  static func decode(_ bytes: [UInt8]) throws(XMLError) -> Source {
    var decoder = XMLDecoder()
    decoder.text.reserveCapacity(bytes.count)
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF): try decoder.readUTF16(bytes.dropFirst(2), bigEndian: true)
    case (0xFF, 0xFE): try decoder.readUTF16(bytes.dropFirst(2), bigEndian: false)
    case (0, UInt8(ascii: "<")): try decoder.readUTF16(bytes[...], bigEndian: true)
    case (UInt8(ascii: "<"), 0): try decoder.readUTF16(bytes[...], bigEndian: false)
    default:
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      try decoder.read(bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
      return Source(text: decoder.text, encoding: .utf8)
    }
    return Source(text: decoder.text, encoding: .utf16)
  }

  private mutating func readUTF16(
    _ bytes: ArraySlice<UInt8>, bigEndian: Bool
  ) throws(XMLError) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    try read(units[...], as: UTF16.self)
    guard index == bytes.endIndex else { throw error("the last UTF-16 character is incomplete") }
  }

  private mutating func read<Encoding: Unicode.Encoding>(
    _ units: ArraySlice<Encoding.CodeUnit>, as encoding: Encoding.Type
  ) throws(XMLError) {
    var parser = Encoding.ForwardParser()
    var rest = units.makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): try append(Encoding.decode(encoded))
      case .emptyInput: return
      case .error: throw error("these bytes aren't a character of \(Encoding.self)")
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) throws(XMLError) {
    let followsReturn = endedWithReturn
    endedWithReturn = scalar == "\r"
    if scalar == "\n" && followsReturn { return }
    if scalar == "\r" { return text.append(UInt8(ascii: "\n")) }
    guard scalar.isXMLCharacter else {
      let code = String(scalar.value, radix: 16, uppercase: true)
      throw error("the character U+\(code) isn't allowed in XML")
    }
    if scalar.isASCII {
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private func error(_ reason: String) -> XMLError { XMLError(reason, at: text.count, in: text) }
}

extension Unicode.Scalar {
  /// `Char` of XML 1.0.
  var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// `NameStartChar` of XML 1.0 without the colon.
  var isXMLNameStart: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// `NameChar` of XML 1.0 without the colon.
  var isXMLNamePart: Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isXMLNameStart
    }
  }
}
