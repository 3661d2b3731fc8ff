/// JSON text, most of it valid.
enum JSONTextMaker {
  static func text(_ random: inout RandomSource) -> [UInt8] {
    var bytes = Array(value(&random, depth: random.between(0, 5)).utf8)
    if random.chance(5) {
      let depth = random.pick(10, 500, 511, 512, 513, 20_000)
      bytes = Array(repeating: UInt8(ascii: "["), count: depth) + bytes
      bytes += Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    while random.chance(50) { bytes = TextMutator.mutate(bytes, &random) }
    return bytes
  }

  /// A value as text.
  static func value(_ random: inout RandomSource, depth: Int) -> String {
    let space = random.pick("", "", "", " ", "\n", "\t\r\n ")
    switch depth == 0 ? random.below(4) : random.below(8) {
    case 0: return space + random.pick("null", "true", "false")
    case 1: return space + number(&random)
    case 2, 3: return space + string(&random) + space
    case 4, 5:
      let elements = (0..<random.below(5)).map { _ in value(&random, depth: depth - 1) }
      return "[" + elements.joined(separator: ",") + "\(space)]"
    default:
      let members = (0..<random.below(5)).map { _ in
        "\(string(&random))\(space):\(value(&random, depth: depth - 1))"
      }
      return "{" + space + members.joined(separator: ",") + "}" + space
    }
  }

  private static func number(_ random: inout RandomSource) -> String {
    if random.chance(30) { return random.pick(from: HostileText.numbers) ?? "0" }
    let sign = random.pick("", "-")
    let whole = random.pick("0", "1", "12", "4711", "01", "\(random.next())")
    let fraction = random.pick("", "", ".0", ".5", ".", ".\(random.below(100_000))")
    let exponent = random.pick("", "", "", "e5", "E+2", "e-7", "e", "e300")
    return sign + whole + fraction + exponent
  }

  static func string(_ random: inout RandomSource) -> String {
    let parts = (0..<random.below(4)).map { _ in
      random.pick(
        "a", "b", "id", "items", "é", "e\u{301}", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041",
        "\\ud83d\\ude00", "\\ud800", "\\udc00", "\\u0000", "\\x", "\u{1F}", "\u{2028}", " ",
        "\u{7F}",
        "$", "#", "~", "/", "0", "1")
    }
    return "\"" + parts.joined() + "\""
  }
}
