/// Puts a tree together in document order.
struct XMLTreeBuilder {
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  let limits: XMLLimits
  var tree: XMLTree
  /// Which limit has been passed.
  private(set) var exceeded: String?
  /// The elements that have not ended; the root is below them.
  private var open: [Int] = [0]
  /// The last child so far of each of them.
  private var lastChildren: [Int?] = [nil]
  /// What each prefix stands for, the innermost declaration last.
  private var namespaces: [String: [String]] = ["xml": [Self.xmlNamespace]]

  init(limits: XMLLimits) {
    self.limits = limits
    tree = XMLTree(
      nodes: [.init(kind: .root, parent: 0, end: 1)], declarations: [], hasDeclaration: false)
  }

  /// How many elements are open.
  var depth: Int { open.count - 1 }

  /// The innermost element that is open; the root where there is none.
  private var current: Int { open.last ?? 0 }

  /// The name of the innermost element that is open.
  var openName: XMLTree.Name { tree.nodes[current].name }

  /// What a prefix stands for here; nil where it is not declared.
  func namespace(of prefix: String) -> String? { namespaces[prefix]?.last }

  /// Whether the innermost element declares the prefix itself.
  func declares(_ prefix: String) -> Bool {
    declaredHere[prefix] == current
  }

  /// For each prefix the element that declared it last.
  private var declaredHere: [String: Int] = [:]

  /// Opens an element; declarations, its name and attributes follow in this order.
  mutating func startElement() {
    let place = append(.init(kind: .element, parent: current, end: 0))
    tree.nodes[place].declarations = tree.declarations.count..<tree.declarations.count
    open.append(place)
    lastChildren.append(nil)
    if depth > limits.depth { exceeded = "nested more than \(limits.depth) levels deep" }
  }

  mutating func nameElement(_ name: XMLTree.Name) { tree.nodes[current].name = name }

  mutating func declare(_ prefix: String, _ namespace: String) {
    tree.declarations.append(.init(prefix: prefix, namespace: namespace))
    let first = tree.nodes[current].declarations.lowerBound
    tree.nodes[current].declarations = first..<tree.declarations.count
    namespaces[prefix, default: []].append(namespace)
    declaredHere[prefix] = current
    checkCount()
  }

  mutating func attribute(_ name: XMLTree.Name, _ value: String) {
    tree.nodes[current].attributeCount += 1
    let place = tree.nodes.count
    tree.nodes.append(
      .init(kind: .attribute, name: name, value: value, parent: current, end: place + 1))
    checkCount()
  }

  /// Adds text, to the text before it where there is some: XPath knows no two texts in a row.
  mutating func text(_ value: String) {
    guard !value.isEmpty else { return }
    if let last = lastChildren[open.count - 1], tree.nodes[last].kind == .text {
      tree.nodes[last].value += value
    } else {
      append(.init(kind: .text, value: value, parent: current, end: 0))
    }
  }

  mutating func comment(_ value: String) {
    append(.init(kind: .comment, value: value, parent: current, end: 0))
  }

  mutating func instruction(_ target: String, _ value: String) {
    append(
      .init(
        kind: .instruction, name: .init(local: target), value: value, parent: current, end: 0))
  }

  mutating func endElement() {
    let place = open.removeLast()
    lastChildren.removeLast()
    tree.nodes[place].end = tree.nodes.count
    for declaration in tree.declarations[tree.nodes[place].declarations] {
      namespaces[declaration.prefix]?.removeLast()
    }
  }

  mutating func finish() -> XMLTree {
    tree.nodes[0].end = tree.nodes.count
    return tree
  }

  /// Appends a child of the innermost element.
  @discardableResult
  private mutating func append(_ node: XMLTree.Node) -> Int {
    let place = tree.nodes.count
    tree.nodes.append(node)
    tree.nodes[place].end = place + 1
    tree.nodes[place].previous = lastChildren[open.count - 1]
    lastChildren[open.count - 1] = place
    checkCount()
    return place
  }

  private mutating func checkCount() {
    guard tree.nodes.count + tree.declarations.count > limits.nodes else { return }
    exceeded = "more than \(limits.nodes) nodes"
  }
}
