extension UInt8 {
  var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }

  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// White space between JSON's tokens (RFC 8259, section 2).
  var isJSONWhiteSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
      || self == UInt8(ascii: "\t")
  }

  /// The value of a hexadecimal digit.
  var hexDigitValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Whether other bytes are the same.
  ///
  /// It looks at all of them: a loop that may end early is one byte at a time, this one is not.
  func areSame(as others: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == others.count else { return false }
    return withUnsafeBufferPointer { bytes in
      var differences: UInt8 = 0
      for position in 0..<bytes.count { differences |= bytes[position] ^ others[position] }
      return differences == 0
    }
  }
}
