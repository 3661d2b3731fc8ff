extension XPath {
  /// A location step: an axis, a node test and predicates. A string literal selects children.
  public struct Step: Sendable, Hashable, ExpressibleByStringLiteral {
    var axis: Axis
    var test: NodeTest
    package var predicates: [XPath] = []

    package init(_ axis: Axis, _ test: NodeTest) { (self.axis, self.test) = (axis, test) }

    /// Selects elements with this name; on the attribute and namespace axes, attributes and
    /// namespaces.
    public init(stringLiteral name: String) { self.init(.child, NodeTest(stringLiteral: name)) }

    /// The step with predicates, each of which filters the result of the previous one.
    public func `where`(_ predicates: XPath...) -> Step {
      var step = self
      step.predicates += predicates
      return step
    }
  }

  package enum Axis: Sendable, Hashable {
    case ancestor, ancestorOrSelf, attribute, child, descendant, descendantOrSelf, following
    case followingSibling, itself, namespace, parent, preceding, precedingSibling
  }

  /// A node test. A string literal is `name`, `prefix:name`, `*` or `prefix:*`.
  public struct NodeTest: Sendable, Hashable, ExpressibleByStringLiteral {
    enum Form: Sendable, Hashable {
      case node, text, comment
      case instruction(String?)
      /// Nil stands for any.
      case name(prefix: String?, local: String?)
    }

    let form: Form

    init(_ form: Form) { self.form = form }

    /// Keeps elements (on two axes, attributes or namespaces) of a name.
    public init(stringLiteral name: String) {
      let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
      let local = parts.last ?? ""
      form = .name(
        prefix: parts.count > 1 ? parts.first : nil, local: local == "*" ? nil : local)
    }

    /// Any node.
    public static let node = NodeTest(.node)
    /// Texts.
    public static let text = NodeTest(.text)
    /// Comments.
    public static let comment = NodeTest(.comment)

    /// Processing instructions, optionally only those with this target.
    public static func instruction(_ target: String? = nil) -> NodeTest {
      NodeTest(.instruction(target))
    }
  }
}

extension XPath.Step {
  /// `descendant-or-self::node()`, abbreviated `//`.
  public static let anywhere = descendantOrSelf(.node)
  /// `self::node()`, abbreviated `.`.
  public static let current = itself(.node)

  /// Ancestors, the nearest first.
  public static func ancestor(_ test: XPath.NodeTest) -> Self { .init(.ancestor, test) }
  /// The node and its ancestors, the nearest first.
  public static func ancestorOrSelf(_ test: XPath.NodeTest) -> Self { .init(.ancestorOrSelf, test) }
  /// Attributes.
  public static func attribute(_ test: XPath.NodeTest) -> Self { .init(.attribute, test) }
  /// Children.
  public static func child(_ test: XPath.NodeTest) -> Self { .init(.child, test) }
  /// Descendants.
  public static func descendant(_ test: XPath.NodeTest) -> Self { .init(.descendant, test) }
  /// The node and its descendants.
  public static func descendantOrSelf(_ test: XPath.NodeTest) -> Self {
    .init(.descendantOrSelf, test)
  }
  /// The nodes after the end of the node.
  public static func following(_ test: XPath.NodeTest) -> Self { .init(.following, test) }
  /// Siblings after the node.
  public static func followingSibling(_ test: XPath.NodeTest) -> Self {
    .init(.followingSibling, test)
  }
  /// The node itself.
  public static func itself(_ test: XPath.NodeTest) -> Self { .init(.itself, test) }
  /// Namespaces in scope.
  public static func namespace(_ test: XPath.NodeTest) -> Self { .init(.namespace, test) }
  /// The parent. Without a test, `..`.
  public static func parent(_ test: XPath.NodeTest = .node) -> Self { .init(.parent, test) }
  /// The nodes that end before the node, the nearest first.
  public static func preceding(_ test: XPath.NodeTest) -> Self { .init(.preceding, test) }
  /// Siblings before the node, the nearest first.
  public static func precedingSibling(_ test: XPath.NodeTest) -> Self {
    .init(.precedingSibling, test)
  }
}
