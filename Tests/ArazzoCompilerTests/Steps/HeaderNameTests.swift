import Testing

@testable import ArazzoCompiler

@Suite("Names of header fields and cookies: H2")
struct HeaderNameTests {
  private func compiled(_ parameter: String) throws -> Compilation {
    try Compilation(
      """
      inputs: {type: object, properties: {size: {type: integer}}}
      steps:
        - stepId: list
          operationId: listParcels
          parameters: [\(parameter)]
      """)
  }

  @Test(
    "H2: a field that the transport sets is left out, with a warning",
    arguments: [
      "Content-Length", "content-length", "Content_Length", "TRANSFER-ENCODING", "te", "Trailer",
      "Connection", "Keep-Alive", "Proxy-Connection", "Upgrade", "Expect", "HTTP2-Settings",
    ])
  func h2_framing(name: String) throws {
    let compilation = try compiled("{name: \(name), in: header, value: $inputs.size}")
    #expect(
      compilation.lines == [
        "11:27: warning: the step can't set the header '\(name)', because the transport sets it; it "
          + "is left out"
      ])
    #expect(compilation.suggestions == ["remove this parameter"])
    #expect(compilation.step("list")?.parameters == [])
  }

  @Test("H2: Host is left out too, and the message says where a server is chosen")
  func h2_host() throws {
    let compilation = try compiled("{name: host, in: header, value: evil.example.com}")
    #expect(compilation.errors.isEmpty && compilation.warnings.count == 1)
    #expect(
      compilation.suggestions == [
        "remove this parameter; set the host with the client's 'baseURL' or 'servers'"
      ])
    #expect(compilation.step("list")?.parameters == [])
  }

  @Test("H2: what is wrong with the value of a field that is not sent is said all the same")
  func h2_framingValue() throws {
    let compilation = try compiled("{name: TE, in: header, value: $inputs.none}")
    #expect(compilation.errors.count == 1 && compilation.errors[0].contains("'none'"))
  }

  @Test(
    "H2: a name that is no token is an error",
    arguments: [
      (
        "'Content-Length '", "header", "'Content-Length '", "a header field",
        "remove this parameter"
      ),
      ("'X Trace'", "header", "'X Trace'", "a header field", "write X-Trace"),
      ("':authority'", "header", "':authority'", "a header field", "write authority"),
      ("'s;id'", "cookie", "'s;id'", "a cookie", "write sid"),
      ("'é'", "header", "'é'", "a header field", "remove this parameter"),
    ])
  func h2_names(
    name: String, place: String, shown: String, what: String, suggestion: String
  ) throws {
    let compilation = try compiled("{name: \(name), in: \(place), value: 1}")
    #expect(
      compilation.errors == ["11:27: error: \(shown) can't be the name of \(what)"])
    #expect(compilation.suggestions == [suggestion])
  }

  @Test("H2: that an operation requires such a field is nobody's to set")
  func h2_required() throws {
    let api = """
      openapi: 3.0.3
      info: {title: Store, version: "1"}
      servers: [{url: "https://store.example.com"}]
      components:
        securitySchemes: {length: {type: apiKey, in: header, name: Content-Length}}
      paths:
        /parts:
          put:
            operationId: putPart
            security: [{length: []}]
            parameters:
              - {name: Content-Length, in: header, required: true, schema: {type: integer}}
              - {name: X-Part, in: header, required: true, schema: {type: integer}}
            responses: {"200": {description: ok}}
      """
    let compilation = try Compilation(
      "steps: [{stepId: put, operationId: putPart}]", beside: ["parcels.yml": api])
    #expect(
      compilation.warnings.map { $0.drop { $0 != " " }.dropFirst() } == [
        "warning: step 'put' does not set the required header parameter 'X-Part' of PUT /parts"
      ])
    #expect(
      compilation.suggestions == [
        "generated code can't send these credentials; add them in the client's transport"
      ])
  }
}
