extension Pattern {
  /// One character out of several, or out of all others.
  struct CharacterSet: Sendable {
    var isInverted: Bool
    var members: [Characters]

    func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
      var isMember = holds(scalar)
      if ignoringCase, !isMember {
        isMember = scalar.otherCases.contains { holds($0) }
      }
      return isMember != isInverted
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
      members.contains { $0.test.holds(scalar) }
    }
  }
}

extension Pattern.Characters.Test {
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .range(let range): range.contains(scalar)
    case .digit: scalar >= "0" && scalar <= "9"
    case .word: scalar.isWordCharacter
    case .space: scalar.isSpaceCharacter
    case .categories(let categories): categories.contains(scalar.properties.generalCategory)
    case .not(let inner): !inner.holds(scalar)
    }
  }
}

extension Unicode.Scalar {
  var isWordCharacter: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z", "_": true
    default: false
    }
  }

  var isLineEnd: Bool {
    self == "\n" || self == "\r" || self == "\u{2028}" || self == "\u{2029}"
  }

  fileprivate var isSpaceCharacter: Bool {
    switch self {
    case " ", "\t", "\u{B}", "\u{C}", "\u{A0}", "\u{FEFF}": true
    default: isLineEnd || (!isASCII && properties.generalCategory == .spaceSeparator)
    }
  }

  /// The upper and the lower case of the scalar, where they are one scalar each.
  var otherCases: [Unicode.Scalar] {
    let upper = Self.single(properties.uppercaseMapping)
    let lower = Self.single(properties.lowercaseMapping)
    let folded = upper.flatMap { Self.single($0.properties.lowercaseMapping) }
    return [upper, lower, folded].compactMap(\.self)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
