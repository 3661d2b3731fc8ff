import Testing

@testable import ArazzoDocuments

@Suite("Plain scalars follow the core schema of YAML 1.2")
struct YAMLScalarTests {
  @Test(
    "a plain scalar means what the core schema says",
    arguments: [
      ("null", "null"), ("Null", "null"), ("NULL", "null"), ("~", "null"), ("", "null"),
      ("nUll", "\"nUll\""), ("true", "true"), ("True", "true"), ("TRUE", "true"),
      ("False", "false"), ("tRue", "\"tRue\""), ("on", "\"on\""), ("yes", "\"yes\""),
      ("No", "\"No\""), ("off", "\"off\""), ("y", "\"y\""), ("2024-01-02", "\"2024-01-02\""),
      ("1.0.1", "\"1.0.1\""), ("1_000", "\"1_000\""), ("12:30", "\"12:30\""),
      ("12:30:45", "\"12:30:45\""), ("0", "0"), ("-0", "-0"), ("0123", "123"), ("+12", "12"),
      ("-012", "-12"), ("00", "0"), ("0o17", "15"), ("0xFf", "255"), ("0o8", "\"0o8\""),
      ("0x", "\"0x\""), ("-0x1", "\"-0x1\""), ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
      ("0x1FFFFFFFFFFFFFFFF", "\"0x1FFFFFFFFFFFFFFFF\""), ("1.50", "1.50"), ("1.", "1.0"),
      (".5", "0.5"), ("-.5", "-0.5"), ("+1", "1"), ("+.5e3", "0.5e3"), ("1e5", "1e5"),
      ("1.E+5", "1.0E+5"), ("1e", "\"1e\""), ("e5", "\"e5\""), (".", "\".\""), ("+", "\"+\""),
      ("..5", "\"..5\""), ("1.2.3", "\"1.2.3\""), (".inf", "\".inf\""), ("-.INF", "\"-.INF\""),
      (".nan", "\".nan\""), ("123456789012345678901234567890", "123456789012345678901234567890"),
      ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
      ("=", "\"=\""), ("1 2", "\"1 2\""), ("0b1", "\"0b1\""),
    ])
  func plain(text: String, expected: String) throws {
    #expect(try read("v: \(text)")["v"]?.outline == expected)
  }

  @Test("a quoted scalar is a string", arguments: ["'1'", "\"null\"", "'true'", "|\n  1"])
  func quoted(text: String) throws {
    #expect(try read("v: \(text)")["v"]?.string != nil)
  }

  @Test(
    "a tag of the core schema decides",
    arguments: [
      ("!!str 12", "\"12\""), ("!!str", "\"\""), ("!!int '12'", "12"), ("!!int 0x10", "16"),
      ("!!float 1", "1"), ("!!float .inf", "\".inf\""), ("!!bool 'true'", "true"),
      ("!!null ''", "null"), ("!!seq [1]", "[1]"), ("!!map {a: 1}", "{a:1}"),
      ("!<tag:yaml.org,2002:str> 1", "\"1\""),
    ])
  func tagged(text: String, expected: String) throws {
    #expect(try read("v: \(text)")["v"]?.outline == expected)
  }

  @Test(
    "a tag that does not fit or is not known is an error at its place",
    arguments: [
      "!!int 1.5", "!!int x", "!!float x", "!!bool yes", "!!null x", "!mine 1", "!!binary aGk=",
      "!!timestamp 2024-01-02", "!!set {a}", "!!map [1]", "!!seq {a: 1}", "!!str [1]", "!!map 1",
    ])
  func wrongTag(text: String) throws {
    let found = try #require(problem("v: \(text)"))
    #expect(found.location?.line == 1)
    #expect(found.location.map { $0.column >= 4 } == true)
  }
}
