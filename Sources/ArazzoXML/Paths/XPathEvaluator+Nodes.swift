extension XPathEvaluator {
  /// Whether a node passes a step's test. A name test keeps only nodes of the axis's own kind.
  func passes(_ test: XPath.NodeTest, _ node: XPathNode, on axis: XPath.Axis) -> Bool {
    let record = tree.nodes[node.place]
    let isNamespace = node.namespace > 0
    switch test.form {
    case .node: return true
    case .text: return !isNamespace && record.kind == .text
    case .comment: return !isNamespace && record.kind == .comment
    case .instruction(let target):
      guard !isNamespace, record.kind == .instruction else { return false }
      return target.map { record.name.local.isSame(as: $0) } ?? true
    case .name(let prefix, let local):
      switch axis {
      case .namespace: break
      case .attribute: guard record.kind == .attribute else { return false }
      default: guard !isNamespace, record.kind == .element else { return false }
      }
      let name = self.name(of: node)
      return (local.map(name.local.isSame) ?? true) && (prefix.map(name.prefix.isSame) ?? true)
    }
  }

  /// The name of a node; that of a namespace is its prefix.
  func name(of node: XPathNode) -> XMLTree.Name {
    if let declaration = declaration(of: node) { return .init(local: declaration.prefix) }
    return tree.nodes[node.place].name
  }

  /// The string value of a node (XPath 1.0, section 5).
  mutating func string(of node: XPathNode) throws(XPathError) -> String {
    if let declaration = declaration(of: node) { return declaration.namespace }
    let record = tree.nodes[node.place]
    guard record.kind == .root || record.kind == .element else {
      try spend(record.value.utf8.count >> 4)
      return record.value
    }
    var text = ""
    try spend(record.end - node.place)
    for descendant in tree.nodes[node.place..<record.end] where descendant.kind == .text {
      try spend(descendant.value.utf8.count >> 4)
      text += descendant.value
    }
    return text
  }

  /// The string values of nodes.
  mutating func strings(of nodes: [XPathNode]) throws(XPathError) -> [String] {
    var strings: [String] = []
    for node in nodes { strings.append(try string(of: node)) }
    return strings
  }
}

extension XPathEvaluator {
  /// The namespace that a namespace node stands for.
  private func declaration(of node: XPathNode) -> XMLTree.Declaration? {
    guard node.namespace > 0, let scope = scopes[node.place], node.namespace <= scope.count else {
      return nil
    }
    return scope[node.namespace - 1]
  }

  /// The namespace node with a number, if there is one; ``findScope(of:)`` has been called.
  func namespace(_ number: Int, of node: XPathNode) -> XPathNode? {
    guard node.namespace == 0, number <= scopes[node.place]?.count ?? 0 else { return nil }
    return XPathNode(place: node.place, namespace: number)
  }

  /// Finds the namespaces in scope of an element, `xml` first, then from the inside out.
  mutating func findScope(of place: Int) throws(XPathError) {
    guard scopes[place] == nil, tree.nodes[place].kind == .element else { return }
    var seen: Set = ["xml"]
    var scope = [
      XMLTree.Declaration(prefix: "xml", namespace: XMLTreeBuilder.xmlNamespace)
    ]
    var element = place
    while element > 0 {
      let declarations = tree.declarations[tree.nodes[element].declarations]
      try spend(1 + declarations.count)
      for declaration in declarations where seen.insert(declaration.prefix).inserted {
        if !declaration.namespace.isEmpty { scope.append(declaration) }
      }
      element = tree.nodes[element].parent
    }
    scopes[place] = scope
  }
}

extension String {
  /// Whether both have the same code points; `==` would take equivalent ones for the same.
  func isSame(as other: String) -> Bool {
    self == other && utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
