@_spi(Generated) import ArazzoRuntime
@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("XPath in criteria and selectors") struct XPathInCriteriaTests {
  @Test("What generated code spells out is what the text says")
  func construction() throws {
    let spelled: [(String, XPath)] = [
      (
        "//order[@status='done']/id > 5",
        .greater(
          .root(
            .anywhere, .child("order").where(.equal(.path(.attribute("status")), "done")), "id"),
          5)
      ),
      ("/", .root()),
      ("./a/../p:*", .path(.current, "a", .parent(), "p:*")),
      (
        "(//a | b)[last()]/@*",
        .path(
          from: .filter(.union(.root(.anywhere, "a"), .path("b")), .last()), .attribute("*"))
      ),
      (
        "contains(normalize-space(), 'x') and not(-1.5 * 2 = 3) or true()",
        .or(
          .and(
            .contains(.normalizeSpace(), "x"), .not(.equal(.times(.negated(1.5), 2), 3))), .true())
      ),
      (
        "preceding::processing-instruction('x') != ancestor-or-self::text()",
        .notEqual(.path(.preceding(.instruction("x"))), .path(.ancestorOrSelf(.text)))
      ),
      (
        "substring(a, 2) <= substring(a, 2, 1) mod 7 div 2",
        .lessOrEqual(
          .substring(.path("a"), 2),
          .divided(.remainder(.substring(.path("a"), 2, 1), 7), 2))
      ),
    ]
    for (text, value) in spelled { #expect(try XPath(parsing: text) == value, "\(text)") }
  }

  private let none: XMLTree? = nil

  @Test("No document and no value match nothing (C8)")
  func v3_C8_whatCannotBeEvaluatedIsFalse() throws {
    let tree = try XMLTree(parsing: Samples.orders)
    let some: XMLTree? = tree
    #expect(!none.matches(.true()))
    #expect(some.matches(.true()))
    #expect(!some.matches(.count("x")))
    #expect(!some.matches(.or(.true(), .value(nil))))
    #expect(throws: XPathError.missingValue) {
      try XPath.equal(.value(JSONValue.null), 1).boolean(in: tree)
    }
    #expect(throws: XPathError.noNodes) { try XPath.union("x", "y").boolean(in: tree) }
  }

  @Test("A selector gives the string value, and nil where nothing is found")
  func selectors() throws {
    let some: XMLTree? = try XMLTree(parsing: Samples.orders)
    #expect(try some.string(at: XPath(parsing: "//order/id")) == "7")
    #expect(try some.string(at: XPath(parsing: "//order[1]/note")) == "")
    #expect(try some.string(at: XPath(parsing: "//nothing")) == nil)
    #expect(try some.string(at: XPath(parsing: "count(//nothing)")) == "0")
    #expect(try none.string(at: XPath(parsing: "//id")) == nil)
  }

  @Test("A value of the workflow keeps its type and can't change the expression (C6)")
  func v3_C6_embeddedValues() throws {
    let tree: XMLTree? = try XMLTree(parsing: Samples.orders)
    func finds(_ value: (any JSONRepresentable)?) throws -> String {
      let path = try XPath(parsing: "//order[id = {$inputs.x}]/@status", embedded: .value(value))
      return tree.string(at: path) ?? "-"
    }
    #expect(try finds(12) == "open")
    #expect(try finds("12") == "open")
    #expect(try finds("7' or '1'='1") == "-")
    #expect(try finds(true) == "done")
    #expect(try finds(nil) == "-")
    let second = try XPath(parsing: "//order[{$inputs.x}]/id", embedded: .value(2))
    #expect(tree.string(at: second) == "12")
    let text = try XPath(parsing: "//order['{$inputs.x}']/id", embedded: .value(TemplateText(2)))
    #expect(tree.string(at: text) == "7")
  }

  @Test("A catastrophic expression ends by the bound of steps")
  func bound() throws {
    let wide = "<r>" + String(repeating: "<a>x<b/></a>", count: 400) + "</r>"
    let tree = try XMLTree(parsing: wide)
    for text in [
      "//*[//*[//*[//*]]]", "//*[count(//*[count(//*[. = 'y']) = 0]) = 0]",
      "//a/following::*[last()]/x",
      "count(//*/preceding::*[. = 'z'])", "//*[string(/) = 'y']",
    ] {
      let expression = try XPath(parsing: text)
      #expect(throws: XPathError.tooManySteps(limit: 50_000)) {
        try expression.boolean(in: tree, stepLimit: 50_000)
      }
    }
    // What looks as bad and need not be.
    for text in ["//*//*//*", "//a/following::b", "//a/preceding::b", "//a != //b", "//a < //a"] {
      _ = try XPath(parsing: text).boolean(in: tree, stepLimit: 50_000)
    }
  }

  @Test("A body and a string hold a document, or none")
  func documents() {
    #expect("<a>1</a>".xml?.description == "<a>1</a>\n")
    #expect(JSONValue.string("<a").xml == nil)
    #expect(JSONValue.number(1).xml == nil)
  }
}
