import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("Forms: H5, V3")
struct FormTests {
  private func sent(
    _ fields: JSONValue, _ styles: [String: ParameterStyle] = [:]
  ) throws -> PreparedRequest {
    try prepared { request in
      request.setForm(fields, styles: styles)
    }
  }

  private func text(_ fields: JSONValue, _ styles: [String: ParameterStyle] = [:]) throws -> String
  {
    String(decoding: try sent(fields, styles).body?.bytes() ?? [], as: UTF8.self)
  }

  @Test("H5: names and values are encoded as the URL Standard says for forms")
  func h5_encoding() throws {
    #expect(try text(["a b": "1 +&=%~é*-._"]) == "a+b=1+%2B%26%3D%25%7E%C3%A9*-._")
    #expect(try text(["x[y]": "http://a/?b", "n": 1.50]) == "x%5By%5D=http%3A%2F%2Fa%2F%3Fb&n=1.5")
    #expect(try text([:]).isEmpty)
    let request = try sent(["a": true])
    #expect(
      request.head.headerFields[.contentType] == "application/x-www-form-urlencoded")
    #expect(request.sent.body == ["a": true])
  }

  @Test("V3: a field that is missing or null is not sent")
  func v3_missingFields() throws {
    let nothing: JSONValue? = nil
    #expect(try text(["a": nothing, "b": .null, "c": "", "d": [.null, 1]]) == "c=&d=1")
    let request = try prepared { request in request.setForm(nil) }
    #expect(request.body == nil)
    #expect(request.head.headerFields[.contentType] == nil)
  }

  @Test(
    "H5: arrays and objects are written in the style that the operation gives",
    arguments: [
      (nil, "a=1&a=x+y", "o=%7B%22R%22%3A1%2C%22G%22%3A%5B2%5D%7D"),
      (ParameterStyle.form, "a=1&a=x+y", "R=1&G=%5B2%5D"),
      (.form(explode: false), "a=1,x+y", "o=R,1,G,%5B2%5D"),
      (.pipeDelimited, "a=1%7Cx+y", "o=R%7C1%7CG%7C%5B2%5D"),
      (.spaceDelimited, "a=1%20x+y", "o=R%201%20G%20%5B2%5D"),
      (.pipeDelimited(explode: true), "a=1&a=x+y", "R=1&G=%5B2%5D"),
      (.deepObject, "a%5B0%5D=1&a%5B1%5D=x+y", "o%5BR%5D=1&o%5BG%5D%5B0%5D=2"),
      (.json, "a=%5B1%2C%22x+y%22%5D", "o=%7B%22R%22%3A1%2C%22G%22%3A%5B2%5D%7D"),
    ] as [(ParameterStyle?, String, String)])
  func h5_styles(style: ParameterStyle?, array: String, object: String) throws {
    let styles = style.map { ["a": $0, "o": $0] } ?? [:]
    #expect(try text(["a": [1, "x y"]], styles) == array)
    #expect(try text(["o": ["R": 1, "G": [2]]], styles) == object)
  }

  @Test("H5: reserved characters pass where the operation allows them, but for those of the form")
  func h5_allowReserved() throws {
    #expect(
      try text(["a": "/b?c:[d]&e+f#g%2F h"], ["a": .form(allowReserved: true)])
        == "a=/b?c:[d]%26e%2Bf%23g%2F%20h")
  }

  @Test("An empty array or object is not sent, but as JSON")
  func emptyFields() throws {
    #expect(try text(["a": [], "z": 1]) == "z=1")
    #expect(try text(["a": [], "o": [:]], ["a": .deepObject, "o": .deepObject]).isEmpty)
    #expect(try text(["a": [.null], "o": [:]], ["a": .form(explode: false), "o": .form]).isEmpty)
    #expect(try text(["a": [], "o": [:]], ["a": .json]) == "a=%5B%5D&o=%7B%7D")
  }

  @Test("A form that is no object, or is required and missing, is an error before anything is sent")
  func invalidForms() {
    let notFields = #expect(throws: WorkflowError.self) { try sent("a=b") }
    #expect(notFields?.code == .invalidRequest)
    #expect(notFields?.description.contains("found a string") == true)
    let missing = #expect(throws: WorkflowError.self) {
      try prepared { request in
        request.setForm(nil, required: true, from: "$inputs.form")
      }
    }
    #expect(missing?.description.contains("$inputs.form is missing") == true)
  }
}
