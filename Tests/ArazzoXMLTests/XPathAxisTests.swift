@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("XPath: paths, axes and positions") struct XPathAxisTests {
  @Test(
    "Each axis leads where it should, nearest first where it goes back",
    arguments: [
      ("//c2/self::*", "c2"), ("//b2/child::*", "c1 c2 c3"), ("//b2/parent::*", "a1"),
      ("//c2/..", "b2"), ("//c2/ancestor::*", "r a1 b2"), ("//c2/ancestor::*[1]", "b2"),
      ("//c2/ancestor::*[last()]", "r"), ("//c2/ancestor-or-self::*[1]", "c2"),
      ("//c2/ancestor-or-self::node()[last()]/*", "r"),
      ("//a1/descendant::*", "b1 b2 c1 c2 c3 b3"), ("//b2/descendant-or-self::*", "b2 c1 c2 c3"),
      ("//c2/following::*", "c3 b3 a2 b4"), ("//c2/following::*[2]", "b3"),
      ("//c2/preceding::*", "b1 c1"), ("//c2/preceding::*[1]", "c1"),
      ("//b4/preceding::*[2]", "c3"),
      ("//c1/following-sibling::*", "c2 c3"), ("//c3/preceding-sibling::*", "c1 c2"),
      ("//c3/preceding-sibling::*[1]", "c2"), ("(//c3/preceding-sibling::*)[1]", "c1"),
      ("//@n", "n n"), ("//c2/attribute::node()", "n m"), ("//@m/..", "c2"),
      ("//@m/ancestor::*[1]", "c2"), ("//@m/following::*", "c3 b3 a2 b4"),
      ("//@n/following::*[1]", "b1 c3"), ("//@m/preceding::*", "b1 c1"),
      ("//@m/self::*", ""), ("//@m/self::node()", "m"), ("//@m/following-sibling::*", ""),
      ("//@m/descendant-or-self::node()", "m"), ("/child::*", "r"), ("/*/*", "a1 a2"),
    ])
  func axes(text: String, expected: String) throws {
    #expect(try Self.names(text, in: Samples.tree) == expected)
  }

  @Test(
    "Predicates count within the axis, filters in document order",
    arguments: [
      ("//*[1]", "r a1 b1 c1 b4"), ("(//*)[3]", "b1"), ("//*[last()]", "r b3 c3 a2 b4"),
      ("//b2/*[position() > 1]", "c2 c3"), ("//b2/*[2][1]", "c2"),
      ("//b2/*[position() = 2][2]", ""),
      ("//*[@n][2]", ""), ("(//*[@n])[2]", "c2"), ("//*[@n = 2]", "c2"), ("//*[c2]", "b2"),
      ("//*[count(*) = 3]", "a1 b2"), ("//*[not(*)][self::b1 or self::b4]", "b1 b4"),
      ("//b2/*[1.5]", ""), ("//b2/*[0]", ""), ("//b2/*[-1]", ""), ("//b2/*['x'][1]", "c1"),
      ("//b2/*['']", ""), ("//b4 | //b1 | //b4", "b1 b4"), ("(//b2 | //a2)/*[1]", "c1 b4"),
      ("//a1//*[2]", "b2 c2"), ("//a1/descendant::*[2]", "b2"), ("//b1/../../a2/b4", "b4"),
      ("//*[.//c2]", "r a1 b2"), ("//*[preceding::c2][last()]", "b3 a2 b4 c3"),
    ])
  func positions(text: String, expected: String) throws {
    let names = try Self.names(text, in: Samples.tree).split(separator: " ")
    #expect(names.sorted() == expected.split(separator: " ").sorted())
  }

  @Test(
    "Node tests",
    arguments: [
      ("count(//node())", "21"), ("count(//text())", "9"), ("//comment()", " two of them "),
      ("/processing-instruction()", "by-date"), ("/processing-instruction('sort')", "by-date"),
      ("count(/processing-instruction('other'))", "0"), ("//b/text()", "right"),
      ("name(/processing-instruction())", "sort"), ("count(//@*)", "6"),
      ("count(//note/node())", "2"),
    ])
  func tests(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: Samples.orders).values(text) == expected)
  }

  @Test(
    "A prefix matches by its own name, no prefix matches any namespace (C7)",
    arguments: [
      ("//t:Id", "5"), ("//Id", "5 6"), ("//soap:Body//Id[2]", "6"), ("//u:Id", ""),
      ("count(//soap:*)", "2"), ("count(//t:*)", "1"), ("//@kind", "new"), ("//@t:kind", "new"),
      ("//@u:kind", ""), ("namespace-uri(//Reply)", "urn:reply"),
      ("namespace-uri(//t:Id)", "urn:t"),
      ("local-name(//t:Id)", "Id"), ("name(//t:Id)", "t:Id"), ("namespace-uri(//@kind)", "urn:t"),
      ("count(/*/namespace::*)", "3"), ("count(//Reply/namespace::node())", "4"),
      ("//Reply/namespace::t", "urn:t"), ("name(//Reply/namespace::*[. = 'urn:soap'])", "soap"),
      ("local-name(//Reply/namespace::*/..)", "Reply"), ("count(//namespace::xml)", "5"),
    ])
  func v3_C7_prefixes(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: Samples.soap).values(text) == expected)
  }

  /// The names of the nodes that an expression finds, in document order.
  static func names(_ text: String, in document: String) throws -> String {
    let tree = try XMLTree(parsing: document)
    var evaluator = XPathEvaluator(tree, stepLimit: 100_000)
    guard case .nodes(let nodes) = try evaluator.evaluate(XPath(parsing: text)) else { return "?" }
    return nodes.map { evaluator.name(of: $0).qualified }.joined(separator: " ")
  }
}
