import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The settled corner "selectors" for XPath, on generated code that runs.
@Suite("Rules: values selected from XML")
struct XMLSelectorRuleTests {
  let stage = Stage()

  private func read(
    _ id: String, in feed: String = XPathRuleTests.feed, entry: String = "<entry state='open'/>"
  ) async throws -> (outputs: ReadPrice.Outputs, query: String?) {
    let script = [
      "GET /feed": [Answer.json(feed)], "GET /archive": [.json("{\"entry\": \"\(entry)\"}")],
    ]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await readPrice(.init(id: id), client: stage.client(for: server))
      return (outputs, await server.requests.last?.query)
    }
  }

  @Test func selectors_xpathGivesTheStringValueOfTheFirstNode() async throws {
    let (outputs, query) = try await read("7")
    #expect(outputs.price == "10.50")
    #expect(query == "price=10.50")
    #expect(outputs.count == "3")
    #expect(outputs.state == "open")
  }

  @Test func selectors_noNodeIsMissing() async throws {
    let (outputs, query) = try await read("9", entry: "no XML")
    #expect(outputs.price == nil)
    #expect(query ?? "" == "")
    #expect(outputs.count == "3")
    #expect(outputs.state == nil)
  }

  @Test func selectors_aBodyThatIsNoXMLHasNoNodes() async throws {
    let outputs = try await read("7", in: "<f:feed>").outputs
    #expect(outputs.price == nil)
    #expect(outputs.count == nil)
  }

  @Test func replacements_xpathSetsAttributesAndTexts() async throws {
    let script = ["POST /feed": [Answer.json("{}", status: 201)]]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let client = stage.client(for: server)
      try await postEntry(.init(price: "</price><price>1", title: "Tea & more"), client: client)
      try await postEntry(.init(price: "2.50"), client: client)
      let bodies = await server.requests.map { String(decoding: $0.body, as: UTF8.self) }
      #expect(
        bodies == [
          "<entry id=\"7\"><title lang=\"en\">Tea &amp; more</title>"
            + "<price>&lt;/price&gt;&lt;price&gt;1</price></entry>\n",
          "<entry id=\"7\"><title lang=\"en\">Untitled</title><price>2.50</price></entry>\n",
        ])
    }
  }
}
