import Testing

@testable import ArazzoCompiler
@testable import ArazzoDescriptions

@Suite("Media types")
struct MediaTypeTests {
  @Test(
    "A body is described under its type with parameters, without them, or in the narrowest range",
    arguments: [
      ("application/json; v=2", "application/json; v=2"),
      ("application/json; v=3", "application/json"),
      ("Application/JSON", "application/json"), ("image/png", "image/*"), ("text/plain", "*/*"),
    ])
  func lookup(type: String, found: String) {
    let names = ["*/*", "image/*", "application/json", "application/json; v=2"]
    let body = OperationBody(isRequired: true, content: names.map { MediaType(name: $0) })
    #expect(body.media(for: type)?.name == found)
  }

  @Test(
    "Text is sent in UTF-8, and nothing else is promised",
    arguments: [
      ("text/plain", true), ("text/plain;charset=UTF-8", true),
      ("text/plain; charset=\"utf-8\"", true),
      ("text/xml; charset=iso-8859-1", false), ("text/plain; format=flowed; charset=utf-16", false),
    ])
  func charsets(type: String, isInUTF8: Bool) {
    #expect(type.isInUTF8 == isInUTF8)
  }
}
