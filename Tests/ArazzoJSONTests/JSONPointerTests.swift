@_spi(Generated) import ArazzoJSON
import Testing

@Suite("JSON Pointers and lengths")
struct JSONPointerTests {
  /// The document of section 5 of RFC 6901, in our own words, and a few more places.
  private let value: JSONValue = [
    "list": ["zero", ["deep": true]], "": 0, "a/b": 1, "m~n": 8, "~1": 9, "null": .null,
    "length": 77, "10": "ten",
  ]

  @Test(
    "a pointer leads to one value or to nothing",
    arguments: [
      ("/list/0", "zero"), ("/list/1/deep", true), ("/", 0), ("/a~1b", 1), ("/m~0n", 8),
      ("/~01", 9), ("/null", .null), ("/10", "ten"), ("/list/-", nil), ("/list/2", nil),
      ("/list/01", nil), ("/list/-1", nil), ("/list/0/x", nil), ("/nothing", nil),
      ("/list/99999999999999999999", nil), ("/list/", nil), ("/list/+1", nil),
    ] as [(JSONPointer, JSONValue?)])
  func finds(pointer: JSONPointer, found: JSONValue?) {
    #expect(value.value(at: pointer) == found)
  }

  @Test(
    "a list finds names in objects and indexes in arrays, from the end where negative",
    arguments: [
      (["list", 0], "zero"), (["list", -1, "deep"], true), (["10"], "ten"), (["list", "0"], nil),
      ([10], nil), (["list", 2], nil), (["list", -3], nil), ([-1], nil),
    ] as [(JSONPointer, JSONValue?)])
  func strictly(pointer: JSONPointer, found: JSONValue?) {
    #expect(value.value(at: pointer) == found)
    #expect(value["list"]?[-2] == "zero" && value["list"]?[Int.min] == nil)
  }

  @Test("a pointer is written as it was read, and what is none is refused")
  func text() {
    for text in ["", "/", "/a~1b/~0", "//x"] { #expect(JSONPointer(text)?.description == text) }
    for text in ["a", "/~", "/~2", "/a~"] { #expect(JSONPointer(text) == nil) }
    #expect(value.value(at: "") == value)
  }

  @Test("the length of a value is its member of that name, else how much is in it")
  func lengths() {
    #expect(value.length == 77 && value["list"]?.length == 2)
    #expect(JSONValue("héllo😀").length == 6)
    #expect((["a": 1] as JSONValue).length == 1)
    #expect(JSONValue(5).length == nil && JSONValue.null.length == nil)
  }
}
