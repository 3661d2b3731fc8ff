extension XPathEvaluator {
  /// The nodes on a step's axis that pass its test, in the axis's order.
  mutating func candidates(
    for step: XPath.Step, from origin: XPathNode
  ) throws(XPathError) -> [XPathNode] {
    if step.axis == .namespace { try findScope(of: origin.place) }
    let limit = step.limit
    var found: [XPathNode] = []
    var next = first(on: step.axis, from: origin)
    while let node = next, found.count < limit {
      try spend(1)
      if passes(step.test, node, on: step.axis) { found.append(node) }
      next = self.next(on: step.axis, after: node, from: origin)
    }
    return found
  }

  /// Of the nodes those from which an axis leads to all that it leads to from any of them.
  func sufficient(_ nodes: [XPathNode], on axis: XPath.Axis) -> [XPathNode] {
    guard nodes.count > 1 else { return nodes }
    switch axis {
    case .following: return nodes.min { followingPlace($0) < followingPlace($1) }.map { [$0] } ?? []
    case .preceding: return nodes.suffix(1)
    case .descendant, .descendantOrSelf:
      var covered = 0
      return nodes.filter { node in
        if node.namespace > 0 || tree.nodes[node.place].kind == .attribute { return true }
        defer { covered = max(covered, tree.nodes[node.place].end) }
        return node.place >= covered
      }
    default: return nodes
    }
  }

  private func first(on axis: XPath.Axis, from node: XPathNode) -> XPathNode? {
    switch axis {
    case .itself, .ancestorOrSelf, .descendantOrSelf: return node
    case .parent, .ancestor: return parent(of: node)
    case .following: return at(followingPlace(node), before: tree.nodes.count)
    case .preceding: return preceding(node.place, of: node)
    case .child, .descendant: return child(of: node)
    case .followingSibling: return nextSibling(of: node)
    case .precedingSibling: return previousSibling(of: node)
    case .attribute:
      let isAny = node.namespace == 0 && tree.nodes[node.place].attributeCount > 0
      return isAny ? XPathNode(place: node.place + 1) : nil
    case .namespace: return namespace(1, of: node)
    }
  }

  private func next(
    on axis: XPath.Axis, after node: XPathNode, from origin: XPathNode
  ) -> XPathNode? {
    switch axis {
    case .itself, .parent: return nil
    case .ancestor, .ancestorOrSelf: return parent(of: node)
    case .child, .followingSibling: return nextSibling(of: node)
    case .precedingSibling: return previousSibling(of: node)
    case .preceding: return preceding(node.place, of: origin)
    case .following: return at(inside(node.place), before: tree.nodes.count)
    case .descendant, .descendantOrSelf:
      return origin.namespace > 0
        ? nil : at(inside(node.place), before: tree.nodes[origin.place].end)
    case .attribute: return at(node.place + 1, before: inside(origin.place))
    case .namespace: return namespace(node.namespace + 1, of: XPathNode(place: node.place))
    }
  }

  private func at(_ place: Int, before end: Int) -> XPathNode? {
    place < end ? XPathNode(place: place) : nil
  }

  /// The place behind a node's attributes.
  private func inside(_ place: Int) -> Int { place + 1 + tree.nodes[place].attributeCount }

  private func child(of node: XPathNode) -> XPathNode? {
    node.namespace > 0 ? nil : at(inside(node.place), before: tree.nodes[node.place].end)
  }

  private func parent(of node: XPathNode) -> XPathNode? {
    if node.namespace > 0 { return XPathNode(place: node.place) }
    return node.place == 0 ? nil : XPathNode(place: tree.nodes[node.place].parent)
  }

  private func nextSibling(of node: XPathNode) -> XPathNode? {
    let record = tree.nodes[node.place]
    guard node.namespace == 0, node.place > 0, record.kind != .attribute else { return nil }
    return at(record.end, before: tree.nodes[record.parent].end)
  }

  private func previousSibling(of node: XPathNode) -> XPathNode? {
    guard node.namespace == 0 else { return nil }
    return tree.nodes[node.place].previous.map { XPathNode(place: $0) }
  }

  /// Where the following axis begins.
  private func followingPlace(_ node: XPathNode) -> Int {
    let record = tree.nodes[node.place]
    if node.namespace > 0 { return inside(node.place) }
    return record.kind == .attribute ? inside(record.parent) : record.end
  }

  /// The nearest node before a place that is neither attribute nor ancestor of `origin`.
  private func preceding(_ place: Int, of origin: XPathNode) -> XPathNode? {
    var place = place - 1
    while place > 0 {
      let record = tree.nodes[place]
      if record.kind == .attribute {
        place = record.parent
      } else if record.end > origin.place {
        place -= 1
      } else {
        return XPathNode(place: place)
      }
    }
    return nil
  }
}

extension XPath.Step {
  /// How many nodes are enough: a first predicate that is a plain number wants no more.
  fileprivate var limit: Int {
    guard case .number(let position)? = predicates.first?.form else { return .max }
    return Int(exactly: position.rounded(.up)).map { max($0, 0) } ?? .max
  }
}
