import Testing

@testable import ArazzoDocuments

@Suite("Anchors, aliases and merge keys")
struct YAMLAliasTests {
  @Test(
    "an alias stands for the value of its anchor",
    arguments: [
      ("a: &x 1\nb: *x", "{a:1,b:1}"),
      ("a: &x {p: 1}\nb: *x", "{a:{p:1},b:{p:1}}"),
      ("a: &x\n  p: 1\nb: [*x, *x]", "{a:{p:1},b:[{p:1},{p:1}]}"),
      ("a: &x 1\nb: &x 2\nc: *x", "{a:1,b:2,c:2}"),
      ("&k key: 1\nb: *k", #"{key:1,b:"key"}"#),
      ("a: &k key\n*k : 1", #"{a:"key",key:1}"#),
      ("a: &x\nb: *x", "{a:null,b:null}"),
      ("a: &x !!str 1\nb: *x", #"{a:"1",b:"1"}"#),
    ])
  func alias(text: String, expected: String) throws {
    #expect(try read(text).outline == expected)
  }

  @Test("an aliased value has the place of its anchor's value")
  func aliasLocation() throws {
    let location = try #require(try read("a: &x hello\nb: *x")["b"]?.location)
    #expect(location.description == "a.yaml:1:7")
  }

  @Test(
    "a merge key adds the members that the mapping has not got itself",
    arguments: [
      ("b: &b {p: 1, q: 2}\na:\n  <<: *b\n  p: 3", "{q:2,p:3}"),
      ("a: {<<: {p: 1}, q: 2}", "{p:1,q:2}"),
      ("b: &b {p: 1}\nc: &c {p: 2, q: 3}\na: {r: 0, <<: [*b, *c], s: 4}", "{r:0,p:1,q:3,s:4}"),
      ("b: &b {p: 1}\nc: &c {<<: *b, q: 2}\na: {<<: *c}", "{p:1,q:2}"),
      ("a: {<<: []}", "{}"),
      ("a: {'<<': 1}", "{<<:1}"),
    ])
  func merge(text: String, expected: String) throws {
    #expect(try read(text)["a"]?.outline == expected)
  }

  @Test(
    "what can't be resolved is an error at its place",
    arguments: [
      ("a: *x", 1, 4, "no anchor '&x'"),
      ("a: &x [*x]", 1, 8, "inside its own anchor"),
      ("&x a: {b: &x {c: *x}}", 1, 18, "inside its own anchor"),
      ("a: {<<: 1}", 1, 5, "merge key '<<' needs a mapping"),
      ("a: {<<: [{}, x]}", 1, 5, "merge key '<<' needs a mapping"),
      ("a: {<<: {}, <<: {}}", 1, 13, "appears twice"),
      ("a: &x [1]\n*x : 2", 2, 1, "can't be a key"),
    ])
  func failure(text: String, line: Int, column: Int, words: String) throws {
    let found = try #require(problem(text))
    #expect(found.message.contains(words))
    #expect(found.location?.line == line)
    #expect(found.location?.column == column)
  }

  @Test("an alias that is nearly an anchor's name gets it as a suggestion")
  func suggestion() {
    #expect(problem("a: &headers {}\nb: *header")?.suggestion == "*headers")
  }
}
