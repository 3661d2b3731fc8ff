/// Hides U+0085, U+2028 and U+2029 from libyaml, which takes them for line breaks as YAML 1.1 did;
/// in YAML 1.2 they are characters like others (section 5.4).
struct LineBreakStandIns {
  private let hidden: [Unicode.Scalar: Unicode.Scalar]
  private let restored: [Unicode.Scalar: Unicode.Scalar]

  /// `nil` when the text has none of them.
  init?(for bytes: UnsafeBufferPointer<UInt8>) {
    guard Self.mayOccur(in: bytes) else { return nil }
    let used = Set(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let free = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
      .filter { !used.contains($0) }
    let pairs = Array(zip(["\u{85}", "\u{2028}", "\u{2029}"] as [Unicode.Scalar], free.prefix(3)))
    hidden = Dictionary(uniqueKeysWithValues: pairs)
    restored = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })
  }

  private static func mayOccur(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most texts are ASCII, which this finds out many bytes at a time.
    guard bytes.reduce(0, |) >= 0x80 else { return false }
    for (position, byte) in bytes.enumerated() where byte == 0xC2 || byte == 0xE2 {
      let rest = bytes[position...]
      if bytes[position] == 0xC2, rest.starts(with: [0xC2, 0x85]) { return true }
      if bytes[position] == 0xE2, rest.starts(with: [0xE2, 0x80, 0xA8]) { return true }
      if bytes[position] == 0xE2, rest.starts(with: [0xE2, 0x80, 0xA9]) { return true }
    }
    return false
  }

  /// The text with private characters in their places.
  func hidden(in text: String) -> String { Self.replacing(hidden, in: text) }

  /// The text as it was.
  func restored(_ text: String) -> String { Self.replacing(restored, in: text) }

  private static func replacing(
    _ pairs: [Unicode.Scalar: Unicode.Scalar], in text: String
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(pairs[scalar] ?? scalar) }
    return String(result)
  }
}
