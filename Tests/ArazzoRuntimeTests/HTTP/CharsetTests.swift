import ArazzoTesting
import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Text and bytes: H5")
struct CharsetTests {
  @Test("H5: a text is sent in UTF-8, bytes as they are")
  func h5_textAndBytes() throws {
    let text = try prepared { request in
      request.setBody("é", contentType: "text/plain")
    }
    #expect(try text.body?.bytes() == Array("é".utf8))
    #expect(text.head.headerFields[.contentType] == "text/plain")
    let bytes = try prepared { request in
      request.setBody(Data([0, 255]), contentType: "image/png")
    }
    #expect(try bytes.body?.bytes() == [0, 255])
  }

  @Test(
    "A response's text is in the character set of its media type",
    arguments: [
      ([0xC3, 0xA9], "text/plain", "é"), ([0xE9], "text/plain; charset=ISO-8859-1", "é"),
      ([0x80], "text/csv;charset=\"windows-1252\"", "€"),
      ([0x00, 0xE9], "text/plain; charset=utf-16be", "é"), ([], "text/plain", nil),
      ([0xE9, 0x00], "text/plain; charset=\"UTF-16LE\"", "é"),
      ([0x61], "text/csv; charset=US-ASCII", "a"),
      ([0xC3, 0xA9], "text/plain; charset=utf8", "é"), ([0x61], "text/plain; charset=koi8-r", nil),
    ] as [([UInt8], String, String?)])
  func charsets(bytes: [UInt8], type: String, text: String?) {
    #expect(ResponseBody(bytes, contentType: type).text == text)
    #expect(ResponseBody(bytes, contentType: type).data == (bytes.isEmpty ? nil : Data(bytes)))
  }

  @Test("V9: a text whose schema is no string is read as that, and never as half of it")
  func scalars() async throws {
    let answer = try await response(to: .text(" 42\n"))
    let integer: Int = try answer.requiredScalar()
    let number: Double? = try answer.optionalScalar()
    #expect(integer == 42 && number == 42 && answer.body.scalar(as: UInt64.self) == 42)
    #expect(answer.body.text == " 42\n" && answer.body.scalar(as: Bool.self) == nil)
    let error = #expect(throws: WorkflowError.self) { let _: Bool = try answer.requiredScalar() }
    #expect(error?.reason == "the response: expected true or false, found text that isn't one")
    let empty = try await response(to: .status(204))
    let nothing: Int? = try empty.optionalScalar()
    #expect(nothing == nil)
    let lacking = #expect(throws: WorkflowError.self) { let _: Int = try empty.requiredScalar() }
    #expect(lacking?.reason.hasSuffix("but the body is empty") == true)
    let unknown = try await response(
      to: .text("42", type: "text/plain; charset=koi8-r"))
    let reason = #expect(throws: WorkflowError.self) { let _: Int = try unknown.requiredScalar() }
    #expect(
      reason?.reason.hasSuffix("in the character set 'koi8-r', which can't be read") == true)
  }

  @Test("Values in XML are escaped, and what XML can't hold is replaced")
  func xmlText() {
    #expect(
      TemplateText(xml: "<a b='\"'>&\n\u{1}")?.string
        == "&#60;a b=&#39;&#34;&#39;&#62;&#38;&#10;\u{FFFD}")
    #expect(TemplateText(xml: nil) == nil)
    #expect(TemplateText(orEmpty: "<a>", TemplateText(xml: nil), "</a>").string.isEmpty)
    #expect(TemplateText(xml: Secret("s"))?.isSecret == true)
  }
}
