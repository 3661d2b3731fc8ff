import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("A hostile document ends in an error") struct XMLLimitTests {
  @Test("Entities can't multiply, for there are none to declare")
  func entityBomb() throws {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>
      <lolz>&b;</lolz>
      """
    let error = try #require(throws: XMLError.self) { try XMLTree(parsing: bomb) }
    #expect(error.description == "line 2, column 1: document type declarations aren't supported")
  }

  @Test("Nesting is bounded, and needs no stack where the bound is high")
  func nesting() throws {
    let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    let error = try #require(throws: XMLError.self) { try XMLTree(parsing: deep) }
    #expect(error.reason == "nested more than 512 levels deep")
    let tree = try XMLTree(parsing: deep, limits: XMLLimits(depth: 100_000))
    #expect(try tree.values("count(//a[not(*)]/ancestor::a)") == "99999")
    #expect(tree.serialized().count == deep.utf8.count - 2)
  }

  @Test(
    "The number of nodes is bounded, whatever they are",
    arguments: [
      "<a" + (0..<200).map { " a\($0)='x'" }.joined() + "/>",
      "<a" + (0..<200).map { " xmlns:a\($0)='x'" }.joined() + "/>",
      "<a>" + String(repeating: "<b/>", count: 200) + "</a>",
      "<a>" + String(repeating: "<?b?>", count: 200) + "</a>",
      String(repeating: "<!---->", count: 200) + "<a/>",
    ])
  func nodes(text: String) throws {
    let error = try #require(throws: XMLError.self) {
      try XMLTree(parsing: text, limits: XMLLimits(nodes: 100))
    }
    #expect(error.reason == "more than 100 nodes")
    _ = try XMLTree(parsing: text, limits: XMLLimits(nodes: 300))
  }

  @Test("The length is bounded")
  func length() throws {
    let error = try #require(throws: XMLError.self) {
      try XMLTree(parsing: "<a>12345</a>", limits: XMLLimits(bytes: 11))
    }
    #expect(error.reason == "longer than 11 bytes")
  }

  @Test("Many attributes are read in time, and found twice all the same")
  func attributes() throws {
    let many = (0..<20_000).map { " a\($0)='x'" }.joined()
    #expect(try XMLTree(parsing: "<a\(many)/>").values("count(/a/@*)") == "20000")
    #expect(throws: XMLError.self) { try XMLTree(parsing: "<a\(many) a0=''/>") }
  }

  @Test("Cut anywhere, a document is a mistake and nothing worse")
  func truncation() {
    let text = Array(Samples.orders.utf8)
    for length in 0..<text.count - 1 {
      #expect(throws: XMLError.self) { try XMLTree(parsing: Array(text.prefix(length))) }
    }
  }

  @Test(
    "Changed anywhere, a document is read or is a mistake",
    arguments: Array("<>&'\"/ ]-?!:;x\0\u{80}".utf8))
  func mutation(byte: UInt8) {
    for text in [Samples.orders, Samples.soap] {
      let original = Array(text.utf8)
      for place in original.indices {
        var changed = original
        changed[place] = byte
        if let tree = try? XMLTree(parsing: changed) {
          #expect((try? XMLTree(parsing: tree.serialized())) == tree)
        }
      }
    }
  }
}
