import ArazzoForms
import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// The rule H5 for parts, text and bytes, on generated code that runs.
@Suite("Rules: bodies")
struct BodyRuleTests {
  let stage = Stage()

  private func sent<Result>(
    _ line: String, answer: Answer,
    _ run: @escaping @Sendable (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> (request: ReceivedRequest, result: Result) {
    try await StandIn.serve(ScriptedAPI([line: [answer]])) { server in
      var client = stage.client(for: server)
      client.boundary = { "edge" }
      let result = try await run(client)
      return (try #require(await server.requests.first), result)
    }
  }

  private func answer(_ body: String, _ type: String) -> Answer {
    .json(body, headers: ["Content-Type": type])
  }

  @Test func h5_partsAreWrittenAsTheOperationSays() async throws {
    let inputs = AddFile.Inputs(
      title: "One", tags: ["a", "b"], note: "# N", picture: Upload(Data("PNG".utf8)))
    let (request, outputs) = try await sent(
      "POST /files", answer: answer("stored", "text/plain")
    ) { client throws(WorkflowError) in try await addFile(inputs, client: client) }
    let head = "--edge|Content-Disposition: form-data; name="
    #expect(
      request.text.replacing("\r\n", with: "|") == "\(head)\"title\"||One|"
        + "\(head)\"tags\"||a|\(head)\"tags\"||b|"
        + "\(head)\"codes\"||1,2|"
        + "\(head)\"detail\"|Content-Type: application/json|X-Kind: detail||{\"public\":true}|"
        + "\(head)\"note\"|Content-Type: text/markdown||# N|"
        + "\(head)\"picture\"; filename=\"picture\"|Content-Type: image/png||PNG|--edge--|")
    #expect(request.header("Content-Type") == "multipart/form-data; boundary=edge")
    #expect(request.header("Accept") == "text/plain")
    #expect(outputs.receipt == "stored")
  }

  @Test func h5_aFileIsStreamedUnderItsName() async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    try Data("PNG".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let picture = Upload(contentsOf: url, contentType: "image/x-own")
    let (request, _) = try await sent(
      "POST /files", answer: answer("stored", "text/plain")
    ) { client throws(WorkflowError) in
      try await addFile(.init(title: "One", picture: picture), client: client)
    }
    #expect(
      request.text.hasSuffix(
        "name=\"picture\"; filename=\"\(url.lastPathComponent)\"\r\nContent-Type: image/x-own"
          + "\r\n\r\nPNG\r\n--edge--\r\n"))
  }

  @Test func h5_partsMayBeAnInput() async throws {
    let (request, _) = try await sent(
      "POST /files", answer: answer("", "text/plain")
    ) { client throws(WorkflowError) in
      try await addFileWith(.init(file: ["title": "T", "picture": "raw"]), client: client)
    }
    #expect(request.text.contains("name=\"title\"\r\n\r\nT\r\n"))
    #expect(request.text.contains("filename=\"picture\"\r\nContent-Type: image/png\r\n\r\nraw"))
  }

  @Test func h11_aStringThatFlowsOnlyIntoAFileIsAnUpload() async throws {
    let picture = Upload(Data([0, 255]), fileName: "own.png")
    let request = try await StandIn.serve(ScriptedAPI(["POST /files": [answer("", "text/plain")]]))
    {
      server in
      try await addTextFile(
        .init(title: "One", picture: picture), client: stage.client(for: server))
      return try #require(await server.requests.first)
    }
    #expect(request.body.contains([UInt8]("filename=\"own.png\"".utf8)))
    #expect(request.body.contains([0, 255]))
  }

  @Test func p17_anObjectIsWrittenAsItsSchemaHasXML() async throws {
    let inputs = SendLabel.Inputs(text: "<b>", lang: "\"en\"")
    let (request, _) = try await sent("POST /labels", answer: answer("", "text/plain")) {
      client throws(WorkflowError) in try await sendLabel(inputs, client: client)
    }
    #expect(request.header("Content-Type") == "application/xml")
    #expect(
      request.text == "<l:Label xmlns:l=\"https://shop.example/label\" id=\"007\" "
        + "language=\"&#34;en&#34;\"><Text>&#60;b&#62;</Text><Lines><Line>a &amp; b</Line>"
        + "<Line>&#60;b&#62;!</Line></Lines><marks>x</marks><marks>y</marks></l:Label>")
  }

  @Test func templates_valuesInXMLAreEscaped() async throws {
    let inputs = SendOrder.Inputs(item: "</item><x a='b'>&", note: "n", unit: "\"", count: 2)
    let (request, outputs) = try await sent(
      "POST /orders", answer: answer("<ok/>", "application/xml")
    ) { client throws(WorkflowError) in try await sendOrder(inputs, client: client) }
    #expect(
      request.text == """
        <order id="1 &amp; 2">
          <item unit="&#34;" kind='a'>&#60;/item&#62;&#60;x a=&#39;b&#39;&#62;&#38;</item>
          <note>Please: n</note>
          <count>2</count><empty/>
        </order>

        """)
    #expect(request.header("Content-Type") == "application/xml")
    #expect(outputs.receipt == "<ok/>")
  }

  @Test func templates_missingValuesLeaveOutTheirElementAndTheirAttribute() async throws {
    let (request, _) = try await sent(
      "POST /orders", answer: answer("", "application/xml")
    ) { client throws(WorkflowError) in try await sendOrder(.init(item: "i"), client: client) }
    #expect(
      request.text
        == "<order id=\"1 &amp; 2\">\n  <item kind='a'>i</item>\n  \n  <empty/>\n</order>\n")
  }

  @Test func h5_bytesAreSentAndKeptAsTheyAre() async throws {
    let (request, outputs) = try await sent(
      "PUT /pictures", answer: answer("raw", "image/png")
    ) { client throws(WorkflowError) in
      try await putPicture(.init(picture: Upload(Data([0, 255, 10]))), client: client)
    }
    #expect(request.body == [0, 255, 10])
    #expect(request.header("Content-Type") == "image/png")
    #expect(outputs.kept == Data("raw".utf8))
    #expect(
      try decode(#"{"picture": "AP8K"}"#, as: PutPicture.Inputs.self).picture
        == Upload(Data([0, 255, 10])))
  }
}
