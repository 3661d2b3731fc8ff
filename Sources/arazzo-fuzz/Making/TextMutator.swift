/// Damages a text without regard to what it means.
enum TextMutator {
  static func mutate(_ bytes: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    random.chance(50) ? mutateLines(bytes, &random) : mutateBytes(bytes, &random)
  }

  private static func mutateBytes(_ bytes: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    var bytes = bytes
    let range = random.range(in: bytes.count, atMost: random.pick(1, 4, 40, 400))
    switch random.below(6) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count + 1))
    case 2: bytes.replaceSubrange(range.prefix(8), with: HostileText.text(&random).utf8)
    case 3: bytes.removeLast(random.below(bytes.count + 1))
    case 4: for index in range { bytes[index] = UInt8(truncatingIfNeeded: random.next()) }
    default:
      let opening = random.pick("[", "{\"a\":", "{a: ", "- ", "(", "<a>", "&a [", "? ")
      let many = String(repeating: opening, count: random.pick(3, 40, 600, 5_000))
      bytes.insert(contentsOf: many.utf8, at: random.below(bytes.count + 1))
    }
    return bytes
  }

  private static func mutateLines(_ bytes: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    let lineFeed = UInt8(ascii: "\n")
    var lines = bytes.split(separator: lineFeed, omittingEmptySubsequences: false).map(Array.init)
    let (one, other) = (random.below(lines.count), random.below(lines.count))
    switch random.below(6) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines.swapAt(one, other)
    case 3: lines[one] = Array(repeating: UInt8(ascii: " "), count: random.below(12)) + lines[one]
    case 4: lines[one] = Array(lines[one].drop { $0 == UInt8(ascii: " ") })
    default: lines[one] = withOtherValue(lines[one], &random)
    }
    return Array(lines.joined(separator: [lineFeed]))
  }

  /// The line with another text after its first colon.
  private static func withOtherValue(_ line: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    let value =
      switch random.below(4) {
      case 0: HostileText.text(&random)
      case 1: random.pick(from: HostileText.numbers) ?? ""
      case 2: random.pick(from: HostileText.expressions) ?? ""
      default: random.pick("null", "~", "[]", "{}", "*a", "&a b", "!!str", "|", ">", "'", "true")
      }
    return name + Array(": \(value)".utf8)
  }
}
