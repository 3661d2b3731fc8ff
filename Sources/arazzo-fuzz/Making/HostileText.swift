/// Texts that are trouble somewhere.
enum HostileText {
  /// Stands in code only where a text has got out of its literal or comment: no name is made with
  /// two underscores.
  static let marker = "evil__Marker"

  static let fragments = [
    "*/", "/*", "//", "\"\"\"", "\"", "\"#", "#\"", "\"\"\"#", "\\(", "\\#(", ")", "\\", "\n",
    "\r\n",
    "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{85}", "\u{0}", "\u{301}", "\u{200D}", "\u{202E}",
    "\u{FEFF}", "`", "{{", "}}", "{$", "}", "{", "${", "#if ", "#else\n", "#sourceLocation(", "'",
    ";", "$", "$0", "@", "😀", "é", "\u{10FFFF}", " ", "\t", "-", ".", "/", "../", "~1", "~0", "#",
    "<", ">", "&amp;", "import Foundation\n", "\\u{41}", "%", "%00", ":", ",", "[", "]", "|", "=",
  ]

  static let names = [
    "", "self", "Self", "init", "Type", "Protocol", "_", "__", "$", "class", "func", "nil", "true",
    "async", "await", "throws", "any", "some", "let", "var", "String", "Int", "Any", "Swift", "x",
    "X", "0", "1a", "description", "hashValue", "inputs", "outputs", "state", "run", "client",
    "é", "e\u{301}", "日本", "ﬁ", "İ", "ß", "null", "Foundation", "JSONValue", "Error", "Task",
  ]

  /// A text of some fragments, most with the marker among them.
  static func text(_ random: inout RandomSource) -> String {
    if random.chance(20) { return random.pick(from: names) ?? "" }
    func some() -> String {
      (0..<random.below(3)).map { _ in random.pick(from: fragments) ?? "" }.joined()
    }
    return some() + (random.chance(80) ? "\(marker)()" : "") + some()
  }

  static let numbers = [
    "0", "-0", "1", "-1", "1e400", "-1e400", "1e-400", "9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "18446744073709551616", "0.1", "1.0", "1e2",
    "123456789012345678901234567890.5", "1e2147483648", "1e-9999999999999999999", "2147483648",
  ]

  static let expressions = [
    "$inputs.x", "$steps.x.outputs.y", "$response.body", "$response.body#/a/b", "$statusCode",
    "$response.header.Location", "$request.body#/", "$workflows.w.outputs.o", "$self", "$url",
    "$sourceDescriptions.api.op", "$components.parameters.p", "{$inputs.x}", "a{$inputs.x}b",
    "$steps..outputs", "$", "$.", "$response.body#", "#/components/schemas/S", "#/", "#", "$ref",
    "$statusCode == 200 && $response.body#/a != null", "$statusCode == ", "$.a[?@.b == 1]",
    "((((((((((", "!!!!!!!!!", "$response.body#/~2", "//a[last()]", "$method", "$inputs",
  ]
}
