import ArazzoDocuments
import Testing

@testable import ArazzoExpressions

@Suite("A reference and the declared names") struct ReferenceResolveTests {
  typealias Reference = RuntimeExpression.Reference

  @Test(
    "The longest declared name wins, the rest is a pointer",
    arguments: [
      ("orders", nil, "orders", "", false),
      ("orders[0].id", nil, "orders", "/0/id", true),
      ("orders['a b'].x", nil, "orders", "/a b/x", true),
      ("a.b.c", nil, "a.b", "/c", true),
      ("a.b", nil, "a.b", "", false),
      ("a.x", nil, "a", "/x", true),
      ("page[size]", nil, "page[size]", "", false),
      ("orders", "/0", "orders", "/0", false),
      ("orders[0]", "/id", "orders", "/0/id", true),
      ("orders.a~b", nil, "orders", "/a~0b", true),
    ] as [(String, String?, String, String, Bool)])
  func resolves(path: String, after: String?, name: String, pointer: String, usedDots: Bool) throws
  {
    let tokens = after?.split(separator: "/").map(String.init)
    let reference = Reference(path: path, pointer: tokens.map(JSONPointer.init(tokens:)))
    let declared = ["a", "a.b", "orders", "page[size]", "ord"]
    let found = try #require(reference.resolve(declared: declared))
    #expect(found.name == name)
    #expect(found.pointer.description == pointer)
    #expect(found.usedDots == usedDots)
  }

  @Test(
    "What no name fits, or nothing can mean, is nil",
    arguments: ["other", "ordersX", "orders[*].id", "orders.", "orders[0", "orders x", ""])
  func unknown(path: String) {
    #expect(Reference(path: path).resolve(declared: ["orders"]) == nil)
  }
}
