import Testing

@_spi(Generated) @testable import ArazzoXML

@Suite("XPath: functions, conversions and comparisons") struct XPathFunctionTests {
  @Test(
    "Functions of strings",
    arguments: [
      ("concat('a', 1, true())", "a1true"), ("starts-with('abc', 'ab')", "true"),
      ("starts-with('abc', '')", "true"), ("contains('abc', 'bc')", "true"),
      ("contains('abc', 'd')", "false"), ("contains('', '')", "true"),
      ("substring-before('1999/04/01', '/')", "1999"),
      ("substring-after('1999/04/01', '/')", "04/01"),
      ("substring-before('a', 'b')", ""), ("substring-after('a', 'b')", ""),
      ("substring-after('ab', '')", "ab"), ("substring('12345', 2, 3)", "234"),
      ("substring('12345', 2)", "2345"), ("substring('12345', 1.5, 2.6)", "234"),
      ("substring('12345', 0, 3)", "12"), ("substring('12345', 0 div 0, 3)", ""),
      ("substring('12345', 1, 0 div 0)", ""), ("substring('12345', -42, 1 div 0)", "12345"),
      ("substring('12345', -1 div 0, 1 div 0)", ""), ("string-length('é😀')", "2"),
      ("string-length('e\u{301}')", "2"), ("normalize-space('  a \t\n b ')", "a b"),
      ("translate('bar', 'abc', 'AB')", "BAr"), ("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
      ("translate('aa', 'aa', 'xy')", "xx"), ("'é' = 'e\u{301}'", "false"),
      ("contains('e\u{301}', 'e')", "true"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: "<a/>").values(text) == expected)
  }

  @Test(
    "Numbers are read and written as XPath says",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("-0", "0"), (".5", "0.5"), ("5.", "5"),
      ("0.1 + 0.2", "0.30000000000000004"),
      ("1 div 3", "0.3333333333333333"), ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"),
      ("0 div 0", "NaN"), ("1000000 * 1000000 * 1000000 * 1000000", "1000000000000000000000000"),
      ("1 div 1000000000", "0.000000001"), ("123456789012345678", "123456789012345680"),
      ("5 mod 2", "1"), ("5 mod -2", "1"), ("-5 mod 2", "-1"), ("1.5 mod 0.5", "0"),
      ("- - 2", "2"), ("---2", "-2"), ("2 * 3 + 4", "10"), ("2 + 3 * 4", "14"), ("8 - 3 - 2", "3"),
      ("8 div 4 div 2", "1"), ("number(' -12.50 ')", "-12.5"), ("number('1e3')", "NaN"),
      ("number('+1')", "NaN"), ("number('')", "NaN"), ("number('.')", "NaN"),
      ("number('-')", "NaN"),
      ("number('1.2.3')", "NaN"), ("number(true())", "1"), ("number('5.')", "5"),
      ("floor(-1.5)", "-2"), ("ceiling(-1.5)", "-1"), ("round(2.5)", "3"), ("round(-2.5)", "-2"),
      ("round(0.49999999999999994)", "0"), ("1 div round(-0.2)", "-Infinity"),
      ("round(0 div 0)", "NaN"), ("4 mod 0", "NaN"), ("-(1) + 3", "2"),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: "<a/>").values(text) == expected)
  }

  @Test(
    "Functions of nodes",
    arguments: [
      ("count(//order)", "2"), ("sum(//total)", "14.5"), ("sum(//nothing)", "0"),
      ("string(//order[2]/note)", "left & right"), ("string(//nothing)", ""), ("id('o2')/id", "12"),
      ("count(id('o1 x o2'))", "2"), ("id(//order/@xml:id)/id", "7 12"),
      ("count(//id[lang('en')])", "2"), ("count(//id[lang('EN-gb')])", "2"),
      ("count(//id[lang('de')])", "0"), ("name(//@status)", "status"), ("local-name(/)", ""),
      ("//order[string-length() > 10]/id", "12"), ("//id[number() > 7]", "12"),
      ("//id[string() = '7']", "7"), ("//*[name() = 'id'][. = 12]", "12"),
      ("normalize-space(//order[1])", "710.50"), ("//order[last()]/id", "12"),
      ("string(//order[position() = 2]/@status)", "open"), ("boolean(//note)", "true"),
    ])
  func nodes(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: Samples.orders).values(text) == expected)
  }

  @Test(
    "A node-set compares by any of its nodes",
    arguments: [
      ("//id = 12", "true"), ("//id != 12", "true"), ("not(//id = 12)", "false"),
      ("//id = '7'", "true"),
      ("//id > 12", "false"), ("//id >= 12", "true"), ("12 < //id", "false"), ("7 < //id", "true"),
      ("//id = //total", "false"), ("//id != //total", "true"), ("//id != //id", "true"),
      ("//b != //b", "false"), ("//id > //total", "true"), ("//id < //total", "true"),
      ("//nothing = ''", "false"), ("//nothing != ''", "false"), ("//nothing = //id", "false"),
      ("//nothing = false()", "true"), ("//id = true()", "true"), ("//id < true()", "false"),
      ("//nothing < true()", "true"), ("//nothing < 1", "false"), ("//@status = 'open'", "true"),
      ("//note = 'left & right'", "true"), ("//b > 0", "false"), ("//b = 'Right'", "false"),
    ])
  func nodeSets(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: Samples.orders).values(text) == expected)
  }

  @Test(
    "Other values compare as booleans, numbers or strings",
    arguments: [
      ("1 = '1.0'", "true"), ("'1' = '1.0'", "false"), ("'1' < '1.5'", "true"),
      ("'a' < 'b'", "false"),
      ("true() = 'x'", "true"), ("true() = 2", "true"), ("false() = ''", "true"),
      ("true() > false()", "true"), ("0 div 0 = 0 div 0", "false"), ("0 div 0 != 0 div 0", "true"),
      ("1 < 2 < 3", "true"), ("3 > 2 > 1", "false"), ("1 = 1 = 1", "true"), ("not('')", "true"),
      ("boolean(0)", "false"), ("boolean(0 div 0)", "false"), ("boolean('false')", "true"),
      ("1 or 0", "true"), ("1 and 0", "false"), ("true() or false() and false()", "true"),
      ("false() != true() and 1 <= 1", "true"), ("2 + 2 = 4 or 1 div 0 = 1", "true"),
    ])
  func others(text: String, expected: String) throws {
    #expect(try XMLTree(parsing: "<a/>").values(text) == expected)
  }
}
