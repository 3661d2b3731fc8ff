extension Unicode.Scalar {
  /// Space, tab, line feed, carriage return.
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  var isControl: Bool { value < 0x20 || value == 0x7F }

  var isDigit: Bool { self >= "0" && self <= "9" }

  var isLetter: Bool { (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }

  /// A character of `identifier-strict`, and everything beyond ASCII, which names do hold.
  var isNameCharacter: Bool {
    isLetter || isDigit || self == "_" || self == "-" || value >= 0x80
  }

  /// `tchar` of RFC 9110: what a header name is made of.
  var isTokenCharacter: Bool {
    isLetter || isDigit || (value < 0x80 && "!#$%&'*+-.^_`|~".unicodeScalars.contains(self))
  }

  /// A hexadecimal digit's value.
  var hexValue: UInt32? {
    if isDigit { return value - 0x30 }
    if self >= "a" && self <= "f" { return value - 0x61 + 10 }
    if self >= "A" && self <= "F" { return value - 0x41 + 10 }
    return nil
  }
}
