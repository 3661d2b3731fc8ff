import ArazzoRuntime
import ExampleServers
import RulesExample
import Testing

/// The rules C6 to C8 for XPath, on generated code that runs.
@Suite("Rules: criteria on XML")
struct XPathRuleTests {
  let stage = Stage()
  static let feed = """
    <?xml version="1.0"?>
    <f:feed xmlns:f="urn:feed">
      <entry id="7" state="open"><f:price>10.50</f:price></entry>
      <entry id="8" state="sold"><f:price>4</f:price></entry>
      <entry xmlns="urn:entry" id="o'neil"><price xmlns="urn:price">99</price></entry>
    </f:feed>
    """

  private func find(
    _ id: String, least: Double? = nil, in body: String = feed, type: String = "application/xml"
  ) async throws -> FindEntry.Outcome {
    let answer = Answer.json(body, headers: ["Content-Type": type])
    return try await StandIn.serve(ScriptedAPI(["GET /feed": [answer]])) { server in
      try await findEntry(.init(id: id, least: least), client: stage.client(for: server))
    }
  }

  private func reason(_ id: String, in body: String = feed) async throws -> String {
    try await StandIn.serve(ScriptedAPI(["GET /feed": [.json(body)]])) { server in
      try await failure { () async throws(WorkflowError) in
        try await findEntry(.init(id: id), client: stage.client(for: server))
      }.reason
    }
  }

  @Test func c6_aValueIsComparedAndNeverPasted() async throws {
    #expect(try await find("7") == .completed)
    #expect(try await find("o'neil") == .completed)
    #expect(try await reason("7' or '1' = '1").contains("criterion"))
    #expect(try await reason("7] | //entry[1").contains("criterion"))
  }

  @Test func c6_aPlaceholderInQuotesIsText() async throws {
    #expect(try await find("8") == .sold)
  }

  @Test func c6_aBareNumberIsANumber() async throws {
    #expect(try await find("7", least: 10.5) == .expensive)
    #expect(try await find("7", least: 9) == .expensive)
    #expect(try await find("7", least: 11) == .completed)
  }

  @Test func c6_aMissingValueMakesTheCriterionFalse() async throws {
    #expect(try await find("7", least: nil) == .completed)
  }

  @Test func c7_aPrefixMatchesByItsNameAndNoPrefixAnyNamespace() async throws {
    // The criterion wants 'f:feed', and 'entry' of whatever namespace.
    #expect(try await find("o'neil", least: 1) == .completed)
    let renamed = Self.feed.replacing("f:", with: "g:").replacing(":f=", with: ":g=")
    #expect(try await reason("7", in: renamed).contains("/f:feed/entry"))
  }

  @Test func c7_theRootIsThatOfTheBodyWhateverItsMediaType() async throws {
    #expect(try await find("8", type: "text/plain") == .sold)
  }

  @Test func c7_xmlIsAskedForWhereTheAPIOffersIt() async throws {
    let script = ["GET /feed": [Answer.json(Self.feed)]]
    let request = try await StandIn.serve(ScriptedAPI(script)) { server in
      _ = try await findEntry(.init(id: "7"), client: stage.client(for: server))
      return try #require(await server.requests.first)
    }
    #expect(request.header("Accept") == "application/xml")
  }

  @Test func c8_aBodyThatIsNoXMLIsFalseAndReported() async throws {
    let reason = try await reason("7", in: #"{"secret": "value"}"#)
    #expect(
      reason
        == #"criterion "/f:feed/entry[@id = {$inputs.id}]" failed: "#
        + "the body isn't XML (line 1, column 1)")
    let bomb = #"<!DOCTYPE a [<!ENTITY a "aaaa">]><f:feed>&a;</f:feed>"#
    #expect(try await self.reason("7", in: bomb).hasSuffix("the body isn't XML (line 1, column 1)"))
  }

  @Test func c8_aFailureActionReadsTheBodyToo() async throws {
    let closed = "<f:feed xmlns:f='urn:feed'><note>\n Closed for today</note></f:feed>"
    let outcome = try await find("7", in: closed)
    if case .closed = outcome { return }
    Issue.record("\(outcome)")
  }

  @Test(arguments: [
    ("<entry state='open'/>", true), ("<entry state='sold'/>", false), ("{}", false),
  ])
  func c7_textThatHoldsADocumentIsAContext(entry: String, holds: Bool) async throws {
    let script = [
      "GET /archive": [Answer.json("{\"entry\": \"\(entry)\"}")], "GET /feed": [.json("{}")],
    ]
    try await StandIn.serve(ScriptedAPI(script)) { server in
      let client = stage.client(for: server)
      if holds { return try await checkArchive(client: client) }
      let error = try await failure { () async throws(WorkflowError) in
        try await checkArchive(client: client)
      }
      #expect(error.reason.contains("@state != 'sold'"))
    }
  }
}
