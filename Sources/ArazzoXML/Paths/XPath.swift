@_spi(Generated) import ArazzoRuntime

/// An XPath 1.0 expression that generated code builds.
///
/// `//order[@status='done']/id` is
///
///     .root(.anywhere, .child("order").where(.equal(.path(.attribute("status")), "done")), "id")
///
/// Each construct of the language has one spelling here:
///
/// | XPath | Swift |
/// |---|---|
/// | `/`, `/a/b`, `//a` | `.root()`, `.root("a", "b")`, `.root(.anywhere, "a")` |
/// | `a/b`, `.//a`, `@a` | `.path("a", "b")`, `.path(.current, .anywhere, "a")`, `.path(.attribute("a"))` |
/// | `(e)/a` | `.path(from: e, "a")` |
/// | `(e)[p][q]` | `.filter(e, p, q)` |
/// | `a`, `p:a`, `*`, `p:*` as a test | `"a"`, `"p:a"`, `"*"`, `"p:*"` |
/// | `node()`, `text()`, `comment()`, `processing-instruction('t')` as a test | `.node`, `.text`, `.comment`, `.instruction("t")` |
/// | `axis::test` | `.axis(test)`, the axis in camel case; `self::test` is `.itself(test)` |
/// | `//` between steps, `.`, `..` | `.anywhere`, `.current`, `.parent()` |
/// | `a[p][q]` | `.child("a").where(p, q)` |
/// | `'text'`, `1.5` | `"text"`, `1.5` |
/// | `{$…}`, bare or quoted | `.value(…)` of the value, or of a `TemplateText` |
/// | `a or b or c`, `a and b`, <code>a \| b</code> | `.or(a, b, c)`, `.and(a, b)`, `.union(a, b)` |
/// | `=`, `!=`, `<`, `<=`, `>`, `>=` | `.equal`, `.notEqual`, `.less`, `.lessOrEqual`, `.greater`, `.greaterOrEqual` |
/// | `+`, `-`, `*`, `div`, `mod`, `-a` | `.plus`, `.minus`, `.times`, `.divided`, `.remainder`, `.negated` |
/// | `starts-with(a, b)` | `.startsWith(a, b)`, every function in camel case |
///
/// A step that is a plain string is a step to children of that name. A prefix matches by its own
/// name, whatever namespace it stands for; a name without a prefix matches in any namespace.
@_spi(Generated) public struct XPath: Sendable, Hashable {
  let form: Form

  package init(_ form: Form) { self.form = form }

  package indirect enum Form: Sendable, Hashable {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case missing
    case or([XPath])
    case and([XPath])
    case binary(Operator, XPath, XPath)
    case negated(XPath)
    case union([XPath])
    case path(Start, [Step])
    case filtered(XPath, [XPath])
    case call(Function, [XPath])
  }

  package enum Start: Sendable, Hashable { case context, root, nodes(XPath) }

  package enum Operator: Sendable, Hashable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, times, divided, remainder
  }

  package enum Function: Sendable, Hashable {
    case last, position, count, id, localName, namespaceURI, name
    case string, concat, startsWith, contains, substringBefore, substringAfter, substring
    case stringLength, normalizeSpace, translate
    case boolean, not, `true`, `false`, lang
    case number, sum, floor, ceiling, round
  }
}

extension XPath: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  /// A string.
  public init(stringLiteral text: String) { self.init(.string(text)) }

  /// A number.
  public init(floatLiteral number: Double) { self.init(.number(number)) }

  /// A number; whole ones are doubles too in XPath.
  public init(integerLiteral number: Double) { self.init(.number(number)) }
}

extension XPath {
  /// A value of the workflow: strings, numbers and booleans keep their type, arrays and objects are
  /// their JSON text.
  ///
  /// Where it is missing or `null` the whole expression has no value: it matches nothing.
  public static func value(_ value: (any JSONRepresentable)?) -> XPath {
    switch value?.jsonValue {
    case nil, .null: XPath(.missing)
    case .string(let text): XPath(.string(text))
    case .number(let number): XPath(.number(number.double))
    case .bool(let value): XPath(.boolean(value))
    case .array, .object: XPath(.string(value?.jsonValue.description ?? ""))
    }
  }

  /// An absolute path; without steps, the root of the document.
  public static func root(_ steps: Step...) -> XPath { XPath(.path(.root, steps)) }

  /// A path from the context node.
  public static func path(_ steps: Step...) -> XPath { XPath(.path(.context, steps)) }

  /// A path from every node of a node-set.
  public static func path(from nodes: XPath, _ steps: Step...) -> XPath {
    XPath(.path(.nodes(nodes), steps))
  }

  /// The nodes, in document order, for which every predicate holds.
  public static func filter(_ nodes: XPath, _ predicates: XPath...) -> XPath {
    XPath(.filtered(nodes, predicates))
  }

  /// All nodes of the node-sets.
  public static func union(_ nodes: XPath...) -> XPath { XPath(.union(nodes)) }
}
