import ArazzoJSON
import Testing

@Suite("v1: a value inside a longer string goes in as text")
struct TextTests {
  @Test("v1_scalars go in as they read, numbers with the digits that were sent")
  func scalars() throws {
    let sent = try JSONValue(parsing: #"[5.0,1e3,123456789012345678901,"q\"",true,null]"#)
    let text = Text(
      sent[0], " ", sent[1], " ", sent[2], " ", sent[3], " ", sent[4], " ", sent[5], " ", 7)
    #expect(text?.string == #"5.0 1e3 123456789012345678901 q" true null 7"#)
  }

  @Test("v1_objects and arrays go in as compact JSON")
  func containers() throws {
    let sent = try JSONValue(parsing: #"{ "b" : [ 1 , "x" ], "a" : {} }"#)
    #expect(Text("<", sent, ">")?.string == #"<{"b":[1,"x"],"a":{}}>"#)
    #expect(Text(["x", "y"])?.jsonValue == #"["x","y"]"#)
  }

  @Test("v3: a string that embeds a missing value is missing as a whole")
  func missing() {
    let missing: JSONValue? = nil
    #expect(Text("Bearer ", missing) == nil)
    #expect(Text("Bearer ", JSONValue.null)?.string == "Bearer null")
    #expect(Text()?.string == "")
  }
}
