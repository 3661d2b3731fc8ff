/// Shortcuts for text in which each byte is a character: ASCII without carriage returns, as most
/// text is. Putting bytes together to characters takes ten times as long.
extension StringProtocol {
  /// Whether each byte is a character.
  @inlinable package var isPlain: Bool { hasBytes { $0 < 0x80 && $0 != UInt8(ascii: "\r") } }

  /// The number of characters.
  @inlinable package var width: Int { isPlain ? utf8.count : count }

  /// Whether all bytes meet a condition; false for a text that isn't stored in one piece.
  @inlinable package func hasBytes(_ condition: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(condition) } ?? false
  }
}

extension String {
  /// The lines, as `Character.isNewline` ends them.
  package var textLines: [Substring] {
    guard isPlain else {
      return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    return utf8.split(omittingEmptySubsequences: false) { (0x0A...0x0C).contains($0) }
      .map(Substring.init)
  }

  /// What stands between spaces.
  package var textWords: [Substring] {
    guard isPlain else { return split(separator: " ") }
    return utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)
  }
}
