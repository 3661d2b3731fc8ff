import Testing

@testable import ArazzoExpressions

@Suite("draft-goessner-dispatch-jsonpath-00, where a document names it")
struct JSONPathDraftTests {
  @Test(
    "c4_theDraftIsReadAsItsSuccessorWithWhatOnlyItHas",
    arguments: [
      ("$..book[(@.length-1)]", "$..['book'][-1]"), ("$.a[( @.length - 2 )].b", "$['a'][-2]['b']"),
      ("$[?(@.title.length > 3)]", "$[?(> length(@['title']) 3)]"),
      ("$[?(@.length == $.n)]", "$[?(== length(@) $['n'])]"),
      ("$[?(@.length)]", "$[?@['length']]"), ("$[?@.status == 400]", "$[?(== @['status'] 400)]"),
    ])
  func draft(text: String, expected: String) throws {
    #expect(try JSONPathCondition.parse(text, language: .draft).rendered == "query \(expected)")
  }

  @Test("Other scripts are refused with their place", arguments: ["$[(1+1)]", "$[(@.length)]"])
  func scripts(text: String) throws {
    let error = try #require(throws: ExpressionError.self) {
      _ = try ParsedQuery.parse(text, language: .draft)
    }
    #expect(error.offset == 2)
    #expect(throws: ExpressionError.self) { _ = try ParsedQuery.parse("$[(@.length-1)]") }
  }
}
