import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("v1: a value inside a longer string goes in as text")
struct TemplateTextTests {
  @Test("v1_scalars go in as they read, numbers with the digits that were sent")
  func scalars() throws {
    let sent = try JSONValue(parsing: #"[5.0,1e3,123456789012345678901,"q\"",true,null]"#)
    let text = TemplateText(
      sent[0], " ", sent[1], " ", sent[2], " ", sent[3], " ", sent[4], " ", sent[5], " ", 7)
    #expect(text?.string == #"5.0 1e3 123456789012345678901 q" true null 7"#)
  }

  @Test("v1_objects and arrays go in as compact JSON")
  func containers() throws {
    let sent = try JSONValue(parsing: #"{ "b" : [ 1 , "x" ], "a" : {} }"#)
    #expect(TemplateText("<", sent, ">")?.string == #"<{"b":[1,"x"],"a":{}}>"#)
    #expect(TemplateText(["x", "y"])?.jsonValue == #"["x","y"]"#)
  }

  @Test("v3: a string that embeds a missing value is missing as a whole")
  func missing() {
    let missing: JSONValue? = nil
    #expect(TemplateText("Bearer ", missing) == nil)
    #expect(TemplateText("Bearer ", JSONValue.null)?.string == "Bearer null")
    #expect(TemplateText()?.string == "")
  }
}
