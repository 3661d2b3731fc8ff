import Testing

@testable import ArazzoCompiler

@Suite("Bodies that are text, bytes or parts (rule H5)")
struct TextBodyTests {
  private func body(_ body: String, of operation: String = "createParcel") throws -> Compilation {
    try Compilation(
      """
      inputs:
        type: object
        properties:
          name: {type: string}
          n: {type: integer}
          file: {type: string, format: binary}
          any: {}
      steps: [{stepId: ask, operationId: \(operation), requestBody: \(body)}]
      """)
  }

  @Test(
    "A text is escaped for its media type",
    arguments: [
      ("text/plain", "'Hi {$inputs.name}'", "'Hi ' + inputs.name: string"),
      ("application/octet-stream", "$inputs.file", "inputs.file: upload"),
      ("text/csv", "$inputs.name", "inputs.name: string"),
      ("text/csv", "'a,b'", "'a,b': string"),
      ("application/xml", "'<a/>'", "'<a/>': string"),
      ("application/xml", "'<a>{$inputs.n}</a>'", "'<a>' + xml(inputs.n) + '</a>': string"),
      (
        "text/xml", "'<a><b>x {$inputs.n}</b> <!-- $ -->&lt;</a>'",
        "'<a>' + ('<b>x ' + xml(inputs.n) + '</b>')? + ' <!-- $ -->&lt;</a>': string"
      ),
      (
        "image/svg+xml", "'<a b=\"{$inputs.n}\" c=\"1\">{$inputs.name}<d/></a >'",
        "'<a' + (' b=\"' + xml(inputs.n) + '\"')? + ' c=\"1\">' + (xml(inputs.name))? + '<d/></a>': string"
      ),
    ])
  func texts(type: String, payload: String, expected: String) throws {
    let compilation = try body("{contentType: \(type), payload: \(payload)}")
    #expect(compilation.step("ask")?.body == expected, "\(compilation.lines)")
    #expect(compilation.step("ask")?.operation?.body?.contentType == type)
  }

  @Test(
    "XML that can't be well-formed, or has a placeholder where XML has no value, is refused",
    arguments: [
      ("<a>", "'<a>' isn't closed"), ("<a></b>", "'</b>' has no start tag"),
      ("<a/><b/>", "there is more than one root element"),
      ("a", "text is outside the root element"),
      ("", "there is no element"), ("<a>&</a>", "write '&amp;' for '&'"),
      ("<a><{$inputs.name}/></a>", "'<' doesn't begin a tag"),
      ("<a {$inputs.name}=\"\"/>", "a placeholder isn't allowed inside a tag"),
      ("<a><!-- {$inputs.name} --></a>", "expected '-->' before the placeholder"),
      ("<a><![CDATA[{$inputs.name}]]></a>", "expected ']]>' before the placeholder"),
      ("<!DOCTYPE a><a/>", "a document type is not allowed"),
      ("<a b=\"<\"/>", "'<' isn't allowed inside an attribute"),
      ("<a/> {$inputs.name}", "a placeholder is outside the root element"),
      // A bracket that a combining mark follows is a bracket.
      ("<a>1 <\u{301} b</a>", "'<' isn't allowed inside a tag"),
    ])
  func brokenXML(xml: String, message: String) throws {
    let compilation = try body("{contentType: application/xml, payload: '\(xml)'}")
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.contains(message) == true, "\(compilation.lines)")
  }

  @Test(
    "A content type is concrete, and one that can be written",
    arguments: [
      ("application/*+json", "application/json"), ("*/*", "application/json"),
      ("application/vnd.a+json; v=1", "application/vnd.a+json; v=1"),
      ("image/*", nil), ("multipart/mixed", nil), ("plain", nil),
    ] as [(String, String?)])
  func contentTypes(written: String, sent: String?) throws {
    let compilation = try body("{contentType: '\(written)', payload: {a: 1}}")
    #expect(compilation.step("ask")?.operation?.body?.contentType == sent)
    if sent == nil {
      #expect(
        compilation.errors.first?.contains("a body of type '\(written)' can't be written") == true)
    }
  }

  @Test(
    "A payload that is not what its type needs is refused",
    arguments: [
      (
        "text/plain", "{a: 1}",
        "the payload of a 'text/plain' body must be a string, found a mapping"
      ),
      (
        "multipart/form-data", "[1]",
        "a multipart body must be an object, found a sequence"
      ),
      (
        "multipart/form-data", "$inputs.name",
        "a multipart body must be an object, found a string"
      ),
      (
        "application/json", "'{\"{$inputs.name}\": 1}'",
        "the member name '{$inputs.name}' in the payload contains a placeholder"
      ),
    ])
  func misfits(type: String, payload: String, message: String) throws {
    let compilation = try body("{contentType: \(type), payload: \(payload)}")
    #expect(compilation.errors.count == 1)
    #expect(compilation.errors.first?.contains(message) == true, "\(compilation.lines)")
  }
}
