/// The core function library: each function under its name in camel case.
extension XPath {
  /// The number of nodes that a predicate filters.
  public static func last() -> XPath { XPath(.call(.last, [])) }

  /// The position of the node among those that a predicate filters, from 1.
  public static func position() -> XPath { XPath(.call(.position, [])) }

  /// The number of nodes.
  public static func count(_ nodes: XPath) -> XPath { XPath(.call(.count, [nodes])) }

  /// The elements whose `xml:id` is one of the words.
  public static func id(_ words: XPath) -> XPath { XPath(.call(.id, [words])) }

  /// The local name of the first node, or of the context node.
  public static func localName(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.localName, [nodes].compactMap(\.self)))
  }

  /// The namespace URI of the first node, or of the context node.
  public static func namespaceURI(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.namespaceURI, [nodes].compactMap(\.self)))
  }

  /// The name of the first node, or of the context node, with its prefix as written.
  public static func name(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.name, [nodes].compactMap(\.self)))
  }

  /// The string value of a value, or of the context node.
  public static func string(_ value: XPath? = nil) -> XPath {
    XPath(.call(.string, [value].compactMap(\.self)))
  }

  /// The concatenation of the strings.
  public static func concat(_ strings: XPath...) -> XPath { XPath(.call(.concat, strings)) }

  /// Whether the first string starts with the second.
  public static func startsWith(_ text: XPath, _ start: XPath) -> XPath {
    XPath(.call(.startsWith, [text, start]))
  }

  /// Whether the first string contains the second.
  public static func contains(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.contains, [text, part]))
  }

  /// The part of the first string before the second.
  public static func substringBefore(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.substringBefore, [text, part]))
  }

  /// The part of the first string after the second.
  public static func substringAfter(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.substringAfter, [text, part]))
  }

  /// The part of a string from a position, counted from 1, with an optional length.
  public static func substring(_ text: XPath, _ start: XPath, _ length: XPath? = nil) -> XPath {
    XPath(.call(.substring, [text, start, length].compactMap(\.self)))
  }

  /// The number of characters of a string, or of the text of the context node.
  public static func stringLength(_ value: XPath? = nil) -> XPath {
    XPath(.call(.stringLength, [value].compactMap(\.self)))
  }

  /// A string, or the text of the context node, with white space collapsed.
  public static func normalizeSpace(_ value: XPath? = nil) -> XPath {
    XPath(.call(.normalizeSpace, [value].compactMap(\.self)))
  }

  /// The first string, with the characters of the second replaced by those of the third.
  public static func translate(_ text: XPath, _ from: XPath, _ to: XPath) -> XPath {
    XPath(.call(.translate, [text, from, to]))
  }

  /// A value as a boolean.
  public static func boolean(_ value: XPath) -> XPath { XPath(.call(.boolean, [value])) }

  /// The negation.
  public static func not(_ value: XPath) -> XPath { XPath(.call(.not, [value])) }

  /// The boolean true.
  public static func `true`() -> XPath { XPath(.call(.true, [])) }

  /// The boolean false.
  public static func `false`() -> XPath { XPath(.call(.false, [])) }

  /// Whether the context node is in the language, according to `xml:lang`.
  public static func lang(_ language: XPath) -> XPath { XPath(.call(.lang, [language])) }

  /// A value, or the text of the context node, as a number.
  public static func number(_ value: XPath? = nil) -> XPath {
    XPath(.call(.number, [value].compactMap(\.self)))
  }

  /// The sum of the nodes as numbers.
  public static func sum(_ nodes: XPath) -> XPath { XPath(.call(.sum, [nodes])) }

  /// The number rounded down.
  public static func floor(_ number: XPath) -> XPath { XPath(.call(.floor, [number])) }

  /// The number rounded up.
  public static func ceiling(_ number: XPath) -> XPath { XPath(.call(.ceiling, [number])) }

  /// The nearest integer; of two, the greater.
  public static func round(_ number: XPath) -> XPath { XPath(.call(.round, [number])) }
}
