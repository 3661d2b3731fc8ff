import Testing

@testable import ArazzoDocuments

@Suite("JSON Pointers are those of RFC 6901")
struct JSONPointerTests {
  /// The examples of RFC 6901, section 5, and what is left out there.
  private static let document = ##"""
    {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6,
    " ": 7, "m~n": 8, "~1": 9, "-": 10}
    """##

  @Test(
    "a pointer leads to a value",
    arguments: [
      ("/foo/0", "\"bar\""), ("/foo/1", "\"baz\""), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"),
      ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"),
      ("/~01", "9"), ("/-", "10"),
    ])
  func lookUp(text: String, expected: String) throws {
    let pointer = try JSONPointer(parsing: text)
    #expect(try read(Self.document).value(at: pointer)?.outline == expected)
    #expect(pointer.description == text)
  }

  @Test(
    "a pointer to nothing",
    arguments: ["/foo/2", "/foo/-", "/foo/01", "/foo/+1", "/foo/", "/foo/0/x", "/bar", "/foo/1e0"])
  func nothing(text: String) throws {
    #expect(try read(Self.document).value(at: JSONPointer(parsing: text)) == nil)
  }

  @Test("the empty pointer is the whole document")
  func whole() throws {
    #expect(try JSONPointer(parsing: "").tokens == [])
    #expect(try read("[1]").value(at: JSONPointer(parsing: ""))?.outline == "[1]")
  }

  @Test(
    "a fragment is percent-encoded",
    arguments: [
      ("#/c%25d", ["c%d"]), ("/k%22l", ["k\"l"]), ("#/%C3%A9", ["é"]), ("#", []), ("", []),
      ("#/a~1b/%7E0", ["a/b", "~"]), ("#/paths/~1users~1{id}", ["paths", "/users/{id}"]),
    ])
  func fragment(text: String, tokens: [String]) throws {
    #expect(try JSONPointer(parsingFragment: text).tokens == tokens)
  }

  @Test(
    "what is no pointer is an error at its place",
    arguments: [("a", 0), ("/é/a~", 4), ("/~2", 1), ("/a~~0", 2)])
  func notPointer(text: String, offset: Int) throws {
    let error = try #require(throws: JSONPointer.ParseError.self) {
      try JSONPointer(parsing: text)
    }
    #expect(error.offset == offset)
  }

  @Test("what is no fragment is an error", arguments: ["#/%", "#/%4", "#/%zz", "#/%FF", "x"])
  func notFragment(text: String) {
    #expect(throws: JSONPointer.ParseError.self) { try JSONPointer(parsingFragment: text) }
  }

  @Test(
    "any token survives its spelling", arguments: ["~", "/", "~1", "~0", "~\u{301}", "/\u{338}"])
  func roundTrip(token: String) throws {
    let pointer = JSONPointer(tokens: [token, token])
    #expect(try JSONPointer(parsing: pointer.description) == pointer)
  }
}

extension Node {
  fileprivate func value(at pointer: JSONPointer) -> Node? {
    pointer.tokens.reduce(self as Node?) { $0?.child($1) }
  }
}
