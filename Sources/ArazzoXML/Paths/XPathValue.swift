/// One of the four types of XPath 1.0.
enum XPathValue: Sendable, Hashable {
  /// In document order, each once.
  case nodes([XPathNode])
  case string(String)
  case number(Double)
  case boolean(Bool)
}

/// A node of a tree: a place, or a namespace in scope of the element at that place.
struct XPathNode: Sendable, Hashable, Comparable {
  var place: Int
  /// 0 for the node itself, from 1 for the namespaces in its scope.
  var namespace = 0

  static func < (left: Self, right: Self) -> Bool {
    (left.place, left.namespace) < (right.place, right.namespace)
  }
}

/// What predicates and functions look at.
struct XPathContext {
  var node: XPathNode
  var position = 1
  var size = 1
}
