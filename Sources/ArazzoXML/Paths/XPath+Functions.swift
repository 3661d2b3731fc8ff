/// The core function library: each function under its name in camel case.
extension XPath {
  /// Where the last of the nodes stands that a predicate looks at.
  public static func last() -> XPath { XPath(.call(.last, [])) }

  /// Where the node stands among those that a predicate looks at, from 1.
  public static func position() -> XPath { XPath(.call(.position, [])) }

  /// How many nodes there are.
  public static func count(_ nodes: XPath) -> XPath { XPath(.call(.count, [nodes])) }

  /// The elements whose `xml:id` is one of the words.
  public static func id(_ words: XPath) -> XPath { XPath(.call(.id, [words])) }

  /// The name without its prefix of the first node, or of the context node.
  public static func localName(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.localName, [nodes].compactMap(\.self)))
  }

  /// The namespace of the first node's name, or of the context node's.
  public static func namespaceURI(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.namespaceURI, [nodes].compactMap(\.self)))
  }

  /// The name as written of the first node, or of the context node.
  public static func name(_ nodes: XPath? = nil) -> XPath {
    XPath(.call(.name, [nodes].compactMap(\.self)))
  }

  /// A value as a string, or the context node's text.
  public static func string(_ value: XPath? = nil) -> XPath {
    XPath(.call(.string, [value].compactMap(\.self)))
  }

  /// The strings one after the other.
  public static func concat(_ strings: XPath...) -> XPath { XPath(.call(.concat, strings)) }

  /// Whether the first string begins with the second.
  public static func startsWith(_ text: XPath, _ start: XPath) -> XPath {
    XPath(.call(.startsWith, [text, start]))
  }

  /// Whether the first string holds the second.
  public static func contains(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.contains, [text, part]))
  }

  /// What stands in the first string before the second.
  public static func substringBefore(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.substringBefore, [text, part]))
  }

  /// What stands in the first string after the second.
  public static func substringAfter(_ text: XPath, _ part: XPath) -> XPath {
    XPath(.call(.substringAfter, [text, part]))
  }

  /// The part of a string from a place, from 1, perhaps with a length.
  public static func substring(_ text: XPath, _ start: XPath, _ length: XPath? = nil) -> XPath {
    XPath(.call(.substring, [text, start, length].compactMap(\.self)))
  }

  /// How many characters a string has, or the context node's text.
  public static func stringLength(_ value: XPath? = nil) -> XPath {
    XPath(.call(.stringLength, [value].compactMap(\.self)))
  }

  /// A string, or the context node's text, with white space reduced to single spaces.
  public static func normalizeSpace(_ value: XPath? = nil) -> XPath {
    XPath(.call(.normalizeSpace, [value].compactMap(\.self)))
  }

  /// The first string with characters of the second replaced by those of the third.
  public static func translate(_ text: XPath, _ from: XPath, _ to: XPath) -> XPath {
    XPath(.call(.translate, [text, from, to]))
  }

  /// A value as a boolean.
  public static func boolean(_ value: XPath) -> XPath { XPath(.call(.boolean, [value])) }

  /// The contrary.
  public static func not(_ value: XPath) -> XPath { XPath(.call(.not, [value])) }

  /// The boolean true.
  public static func `true`() -> XPath { XPath(.call(.true, [])) }

  /// The boolean false.
  public static func `false`() -> XPath { XPath(.call(.false, [])) }

  /// Whether the context node is in that language, after `xml:lang`.
  public static func lang(_ language: XPath) -> XPath { XPath(.call(.lang, [language])) }

  /// A value as a number, or the context node's text.
  public static func number(_ value: XPath? = nil) -> XPath {
    XPath(.call(.number, [value].compactMap(\.self)))
  }

  /// The sum of the nodes as numbers.
  public static func sum(_ nodes: XPath) -> XPath { XPath(.call(.sum, [nodes])) }

  /// The largest whole number that is not larger.
  public static func floor(_ number: XPath) -> XPath { XPath(.call(.floor, [number])) }

  /// The smallest whole number that is not smaller.
  public static func ceiling(_ number: XPath) -> XPath { XPath(.call(.ceiling, [number])) }

  /// The nearest whole number; of two, the larger.
  public static func round(_ number: XPath) -> XPath { XPath(.call(.round, [number])) }
}
