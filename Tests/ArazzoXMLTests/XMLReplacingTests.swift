@_spi(Generated) import ParsedQueries
import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("Setting texts in a document") struct XMLReplacingTests {
  @Test(
    "Every node that is found gets the text, escaped",
    arguments: [
      ("<a>1</a>", "/a", "<a>x&lt;y</a>\n"),
      ("<a b='1'><c/></a>", "/a/@b", "<a b=\"x&lt;y\"><c/></a>\n"),
      ("<a b='1'><c>2<d/></c>3<e/></a>", "/a/c", "<a b=\"1\"><c>x&lt;y</c>3<e/></a>\n"),
      ("<a><b/><b>1</b></a>", "//b", "<a><b>x&lt;y</b><b>x&lt;y</b></a>\n"),
      ("<a>1<b/>2</a>", "/a/text()[2]", "<a>1<b/>x&lt;y</a>\n"),
      ("<a><b><c/></b><d/></a>", "//b | //c", "<a><b>x&lt;y</b><d/></a>\n"),
      (
        "<?xml version='1.0'?><!--k--><p:a xmlns:p='u'><p:b xmlns='v'/><?i?></p:a>", "//p:b",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!--k-->\n"
          + "<p:a xmlns:p=\"u\"><p:b xmlns=\"v\">x&lt;y</p:b><?i?></p:a>\n"
      ),
    ])
  func replaced(document: String, path: String, expected: String) throws {
    var tree = try XMLTree(parsing: document)
    try tree.setText("x<y", at: XPath(parsing: path))
    #expect(tree.description == expected)
    // What XPath sees is what a reader of the text would see.
    #expect(try XMLTree(parsing: expected) == tree)
  }

  @Test("What can't be replaced is an error, and leaves the document as it was")
  func mistakes() throws {
    let original = try XMLTree(parsing: "<a><!--b--></a>")
    var tree = original
    for (path, text, expected) in [
      ("//x", "x", XPathError.nothingFound), ("1", "x", .noNodes), ("/", "x", .textCannotBeSet),
      ("//comment()", "x", .textCannotBeSet), ("/a/namespace::*", "x", .textCannotBeSet),
      ("/a", "\u{1}", .invalidCharacter),
    ] {
      let error = try #require(throws: XPathError.self) {
        try tree.setText(text, at: XPath(parsing: path))
      }
      #expect(error == expected)
    }
    #expect(tree == original)
  }
}
