import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("Reading XML") struct XMLReadingTests {
  @Test(
    "What is read is written back the same",
    arguments: [
      "<a/>", "<a>x</a>", "<a b=\"1\" c=\"2\"/>", "<a><!-- c --><?p q?><b/>t<b/></a>",
      "<a xmlns=\"u\" xmlns:p=\"v\"><p:b p:c=\"1\"/></a>", "<a b=\"&lt;&amp;&quot;\">&lt;&amp;</a>",
      "<é·ü>😀</é·ü>", "<a><b xmlns:p=\"u\"><p:c/></b></a>",
    ])
  func roundTrip(text: String) throws {
    #expect(try XMLTree(parsing: text).description == text + "\n")
  }

  @Test(
    "Other spellings are brought to one",
    arguments: [
      (
        "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<a />",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n"
      ),
      ("\u{FEFF}<a></a >\n", "<a/>\n"),
      ("<!--x--><a b = 'c\"'/><?y?>", "<!--x-->\n<a b=\"c&quot;\"/>\n<?y?>\n"),
      ("<a><![CDATA[<&>]]]]>]&gt;</a>", "<a>&lt;&amp;&gt;]]]&gt;</a>\n"),
      ("<a>1\r\n2\r3</a>", "<a>1\n2\n3</a>\n"),
      ("<a b='1\r\n2\t3&#10;'>&#13;</a>", "<a b=\"1 2 3&#10;\">&#13;</a>\n"),
      ("<a>&#65;&#x42;&#x0000000043;&apos;</a>", "<a>ABC'</a>\n"),
      ("<a xmlns='u'><b xmlns=''/></a>", "<a xmlns=\"u\"><b xmlns=\"\"/></a>\n"),
    ])
  func spellings(text: String, expected: String) throws {
    let tree = try XMLTree(parsing: text)
    #expect(tree.description == expected)
    #expect(try XMLTree(parsing: tree.serialized()) == tree)
  }

  @Test("UTF-16 is read in both orders, with and without a mark", arguments: [true, false])
  func utf16(hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-16'?><a>é😀</a>"
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [big, little] {
      #expect(try XMLTree(parsing: bytes).values("string(a)") == "é😀")
      #expect(throws: XMLError.self) { try XMLTree(parsing: bytes.dropLast()) }
    }
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      ("", "1:1"), ("  ", "1:3"), ("a", "1:1"), ("<a>", "1:4"), ("<a></b>", "1:4"),
      ("<a/><b/>", "1:5"), ("<a/>x", "1:5"), ("<a>\n<b>\né</a>", "3:2"), ("<a b/>", "1:5"),
      ("<a b=c/>", "1:6"), ("<a b='1'c='2'/>", "1:9"), ("<a b='1' b='2'/>", "1:10"),
      ("<a b='<'/>", "1:7"), ("<a b='", "1:6"), ("<a>]]></a>", "1:4"), ("<a>&x;</a>", "1:4"),
      ("<a>&amp</a>", "1:4"), ("<a>&#0;</a>", "1:4"), ("<a>&#xD800;</a>", "1:4"),
      ("<a>&#+65;</a>", "1:4"), ("<a>\u{1}</a>", "1:4"), ("<a><!-- -- --></a>", "1:11"),
      ("<a><!-- </a>", "1:4"), ("<a><![CDATA[</a>", "1:4"), ("<a><?x</a>", "1:7"),
      (" <?xml version='1.0'?><a/>", "1:2"), ("<?xml version='2.0'?><a/>", "1:20"),
      ("<?xml version='1.b'?><a/>", "1:20"),
      ("<?xml encoding='UTF-8'?><a/>", "1:6"),
      ("<?xml version='1.0' encoding='UTF-16'?><a/>", "1:38"),
      ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "1:42"), ("<1/>", "1:1"),
      ("<p:a/>", "1:1"), ("<a p:b='1'/>", "1:4"), ("<a xmlns:p=''/>", "1:4"),
      ("<a xmlns:xml='u'/>", "1:4"), ("<a xmlns:xmlns='u'/>", "1:4"),
      ("<a:b:c xmlns:a='u'/>", "1:5"),
      ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "1:35"), ("<a xmlns='u' xmlns='v'/>", "1:14"),
      ("<!DOCTYPE a><a/>", "1:1"), ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "1:1"),
    ])
  func mistakes(text: String, place: String) throws {
    let error = try #require(throws: XMLError.self) {
      try XMLTree(parsing: Array(text.utf8))
    }
    #expect("\(error.line):\(error.column)" == place, "\(error)")
  }

  @Test("Bytes that are no UTF-8 are a mistake")
  func invalidBytes() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLTree(parsing: Array("<a>\né".utf8) + [0xFF] + Array("</a>".utf8))
    }
    #expect(error.line == 2 && error.column == 2)
  }
}
