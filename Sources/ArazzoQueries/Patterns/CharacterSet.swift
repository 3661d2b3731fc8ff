extension RegexPattern {
  /// One character out of several, or out of all others.
  struct CharacterSet: Sendable {
    let isInverted: Bool
    /// The ranges in order, none of which meets another, so that a character is found by halves.
    private let ranges: [ClosedRange<UInt32>]
    private let tests: [Characters.Test]
    /// What it costs to ask whether a character is in it.
    private let cost: Int

    init(isInverted: Bool, members: [Characters]) {
      self.isInverted = isInverted
      let all = members.compactMap { $0.test.range }.sorted { $0.lowerBound < $1.lowerBound }
      ranges = all.reduce(into: []) { merged, range in
        guard let last = merged.last, range.lowerBound <= last.upperBound + 1 else {
          return merged.append(range)
        }
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      }
      tests = members.map(\.test).filter { $0.range == nil }
      cost = 1 + (UInt.bitWidth - ranges.count.leadingZeroBitCount) + 10 * tests.count
    }

    func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
      var isMember = holds(scalar)
      if ignoringCase, !isMember {
        isMember = scalar.otherCases.contains { holds($0) }
      }
      return isMember != isInverted
    }

    /// What it costs to ask for this character; its other cases are looked up in Unicode's tables.
    func cost(of scalar: Unicode.Scalar, ignoringCase: Bool) -> Int {
      ignoringCase ? 4 * cost + (scalar.isASCII ? 4 : 150) : cost
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
      var (first, end) = (0, ranges.count)
      while first < end {
        let middle = (first + end) / 2
        if ranges[middle].upperBound < scalar.value { first = middle + 1 } else { end = middle }
      }
      if first < ranges.count, ranges[first].contains(scalar.value) { return true }
      return tests.contains { $0.holds(scalar) }
    }
  }
}

extension RegexPattern.Characters.Test {
  fileprivate var range: ClosedRange<UInt32>? {
    guard case .range(let range) = self else { return nil }
    return range.lowerBound.value...range.upperBound.value
  }

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
    if isASCII {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(UInt8(value) | 0x20)
      return isLetter ? [Unicode.Scalar(UInt8(value) ^ 0x20)] : []
    }
    let upper = Self.single(properties.uppercaseMapping)
    let lower = Self.single(properties.lowercaseMapping)
    let folded = upper.flatMap { Self.single($0.properties.lowercaseMapping) }
    return [upper, lower, folded].compactMap(\.self)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
