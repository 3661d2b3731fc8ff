extension XPath {
  /// One step of a path: an axis, a test and predicates. A string literal is a step to children.
  public struct Step: Sendable, Hashable, ExpressibleByStringLiteral {
    var axis: Axis
    var test: NodeTest
    package var predicates: [XPath] = []

    package init(_ axis: Axis, _ test: NodeTest) { (self.axis, self.test) = (axis, test) }

    /// A step to the children of that name.
    public init(stringLiteral name: String) { self.init(.child, NodeTest(stringLiteral: name)) }

    /// The step with predicates, of which each filters what the one before it left.
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

  /// Which nodes of an axis a step keeps. A string literal is `name`, `prefix:name`, `*` or
  /// `prefix:*`.
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

    /// Keeps every node.
    public static let node = NodeTest(.node)
    /// Keeps texts.
    public static let text = NodeTest(.text)
    /// Keeps comments.
    public static let comment = NodeTest(.comment)

    /// Keeps processing instructions, perhaps those with one target.
    public static func instruction(_ target: String? = nil) -> NodeTest {
      NodeTest(.instruction(target))
    }
  }
}

extension XPath.Step {
  /// `descendant-or-self::node()`, what `//` is short for.
  public static let anywhere = descendantOrSelf(.node)
  /// `self::node()`, what `.` is short for.
  public static let current = itself(.node)

  /// Ancestors, the nearest first.
  public static func ancestor(_ test: XPath.NodeTest) -> Self { .init(.ancestor, test) }
  /// The node and its ancestors, the nearest first.
  public static func ancestorOrSelf(_ test: XPath.NodeTest) -> Self { .init(.ancestorOrSelf, test) }
  /// Attributes.
  public static func attribute(_ test: XPath.NodeTest) -> Self { .init(.attribute, test) }
  /// Children.
  public static func child(_ test: XPath.NodeTest) -> Self { .init(.child, test) }
  /// Children, their children, and so on.
  public static func descendant(_ test: XPath.NodeTest) -> Self { .init(.descendant, test) }
  /// The node and its descendants.
  public static func descendantOrSelf(_ test: XPath.NodeTest) -> Self {
    .init(.descendantOrSelf, test)
  }
  /// What comes after the node's end.
  public static func following(_ test: XPath.NodeTest) -> Self { .init(.following, test) }
  /// Siblings after the node.
  public static func followingSibling(_ test: XPath.NodeTest) -> Self {
    .init(.followingSibling, test)
  }
  /// The node itself.
  public static func itself(_ test: XPath.NodeTest) -> Self { .init(.itself, test) }
  /// Namespaces in scope.
  public static func namespace(_ test: XPath.NodeTest) -> Self { .init(.namespace, test) }
  /// The parent; `..` without a test.
  public static func parent(_ test: XPath.NodeTest = .node) -> Self { .init(.parent, test) }
  /// What ended before the node, the nearest first.
  public static func preceding(_ test: XPath.NodeTest) -> Self { .init(.preceding, test) }
  /// Siblings before the node, the nearest first.
  public static func precedingSibling(_ test: XPath.NodeTest) -> Self {
    .init(.precedingSibling, test)
  }
}
