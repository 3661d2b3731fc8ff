@_spi(Generated) import ArazzoXML
import Foundation
@_spi(Generated) import ParsedQueries

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// XML documents and XPath expressions; documents beside Foundation's reader.
///
/// That one differs on purpose in this: it reads document type declarations, other encodings and
/// versions, and elements that are nested deeper.
struct XMLFuzzer: Fuzzer {
  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    var document = Array(Self.document(&random).utf8)
    while random.chance(50) { document = TextMutator.mutate(document, &random) }
    var path = Array(Self.path(&random, depth: 3).utf8)
    while random.chance(20) { path = TextMutator.mutate(path, &random) }
    return FuzzCase(
      files: [
        FuzzCase.File(name: "document.xml", bytes: document),
        FuzzCase.File(name: "path.txt", bytes: path),
      ], document: "")
  }

  private static func document(_ random: inout RandomSource) -> String {
    let start = random.pick("", "<?xml version=\"1.0\"?>", "<!-- c -->", "<?pi x?>\n")
    return start + element(&random, depth: random.between(0, 5))
  }

  private static func element(_ random: inout RandomSource, depth: Int) -> String {
    let name = random.pick("a", "b", "n:c", "é", "_", "order", "id")
    let attributes = (0..<random.below(3)).map { number in
      random.pick(
        " x\(number)='1'", " xml:lang=\"en\"", " xmlns:n='urn:n'", " xmlns=\"urn:d\"",
        " n:y='&lt;'", " z='&#x41;'")
    }
    let contents = (0..<(depth > 0 ? random.below(4) : 0)).map { _ in
      switch random.below(6) {
      case 0: random.pick("text", " 1.5 ", "&amp;", "&#10;", "é", "]]", "&lt;b&gt;", "&quot;")
      case 1:
        random.pick("<!-- c -->", "<![CDATA[<x>]]>", "<?p i?>", "<!---->", "&x;", "<!DOCTYPE a>")
      default: element(&random, depth: depth - 1)
      }
    }
    return "<\(name)\(attributes.joined())>\(contents.joined())</\(name)>"
  }

  private static func path(_ random: inout RandomSource, depth: Int) -> String {
    guard depth > 0 else {
      return random.pick("a", "b", "*", "@x", "n:c", "text()", "1", "'t'", ".")
    }
    func inner() -> String { path(&random, depth: depth - 1) }
    switch random.below(8) {
    case 0: return "//\(inner())"
    case 1: return "/\(random.pick("a", "*", "node()"))/\(inner())"
    case 2: return "\(inner())[\(inner())]"
    case 3:
      return
        "\(inner()) \(random.pick("=", "!=", "<", "and", "or", "+", "div", "|", "mod")) \(inner())"
    case 4:
      let axis = random.pick("ancestor", "following", "preceding", "namespace", "parent", "self")
      return "\(axis)::\(random.pick("*", "node()", "a"))"
    case 5:
      let name = random.pick(
        "count", "string", "not", "sum", "normalize-space", "number", "floor", "name")
      return "\(name)(\(inner()))"
    case 6:
      return
        "\(random.pick("concat", "contains", "substring", "translate"))(\(inner()), \(inner()))"
    default: return "(\(inner()))[\(random.pick("1", "last()", "position() < 2"))]"
    }
  }

  func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let bytes = input.bytes(of: "document.xml")
    let expression = try? XPath(parsing: input.text(of: "path.txt"))
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: bytes)
    } catch {
      return .refused
    }
    try compare(bytes)
    if let expression {
      _ = try? expression.strings(in: tree)
      _ = Optional(tree).string(at: expression)
    }
    return .accepted
  }

  /// What is accepted is XML to Foundation too.
  private func compare(_ bytes: [UInt8]) throws {
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    guard !parser.parse() else { return }
    throw FuzzFailure("Foundation refuses it: \(parser.parserError.map { "\($0)" } ?? "")")
  }
}
