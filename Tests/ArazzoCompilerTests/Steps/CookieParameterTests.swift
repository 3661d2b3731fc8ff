import Testing

@testable import ArazzoCompiler

@Suite("Cookies of a response in a later request")
struct CookieParameterTests {
  private func compiled(_ output: String, _ parameter: String) throws -> Compilation {
    try Compilation(
      """
      steps:
        - {stepId: enter, operationId: listParcels, outputs: {cookie: \(output)}}
        - {stepId: list, operationId: listParcels, parameters: [\(parameter)]}
      """)
  }

  @Test("V5: one cookie of 'Set-Cookie' is its value", arguments: ["Set-Cookie", "set-cookie"])
  func oneCookie(header: String) throws {
    let compilation = try compiled(
      "$response.header.\(header).sid",
      "{name: sid, in: cookie, value: $steps.enter.outputs.cookie}")
    #expect(compilation.errors.isEmpty)
    #expect(compilation.step("enter")?.outputs.map(\.value.text) == ["cookie sid"])
    #expect(compilation.step("list")?.operation?.parameters.map(\.isSetCookie) == [false])
  }

  @Test("V5: the whole field in 'Cookie' sends names and values, with a warning")
  func wholeField() throws {
    let compilation = try compiled(
      "$response.header.Set-Cookie",
      "{name: cookie, in: header, value: $steps.enter.outputs.cookie}")
    #expect(
      compilation.lines == [
        "9:95: warning: 'Cookie' is set to the whole 'Set-Cookie' of step 'enter'; the names and "
          + "values of all cookies are sent, without their attributes"
      ])
    #expect(compilation.step("list")?.operation?.parameters.map(\.isSetCookie) == [true])
  }

  @Test(
    "What is not the whole field is sent as it is",
    arguments: [
      "{name: X-Cookie, in: header, value: $steps.enter.outputs.cookie}",
      "{name: Cookie, in: header, value: 'a={$steps.enter.outputs.cookie}'}",
    ])
  func others(parameter: String) throws {
    let compilation = try compiled("$response.header.Set-Cookie", parameter)
    #expect(compilation.warnings.allSatisfy { !$0.contains("whole") })
    #expect(compilation.step("list")?.operation?.parameters.map(\.isSetCookie) == [false])
  }
}
