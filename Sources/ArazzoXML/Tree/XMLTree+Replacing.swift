extension XMLTree {
  /// Replaces the text of every node that an expression selects: the value of an attribute, a text,
  /// or the content of an element.
  ///
  /// - Throws: ``XPathError`` if nothing was changed: ``XPathError/nothingFound`` if there is no such
  ///   node.
  public mutating func setText(_ text: String, at path: XPath) throws(XPathError) {
    guard text.unicodeScalars.allSatisfy(\.isXMLCharacter) else { throw .invalidCharacter }
    var evaluator = XPathEvaluator(self, stepLimit: XPath.defaultStepLimit)
    guard case .nodes(let found) = try evaluator.evaluate(path) else { throw .noNodes }
    guard !found.isEmpty else { throw .nothingFound }
    for node in found {
      switch nodes[node.place].kind {
      case .element, .attribute, .text: guard node.namespace == 0 else { throw .textCannotBeSet }
      case .root, .comment, .instruction: throw .textCannotBeSet
      }
    }
    var writer = Rewriter(self, text, at: Set(found.map(\.place)))
    writer.run()
    self = writer.builder.finish()
  }
}

/// Writes a tree anew with the text of some nodes replaced, without recursion.
private struct Rewriter {
  private let old: XMLTree
  private let text: String
  private let targets: Set<Int>
  /// The places behind the elements that are open.
  private var ends: [Int] = []
  var builder: XMLTreeBuilder

  init(_ old: XMLTree, _ text: String, at targets: Set<Int>) {
    (self.old, self.text, self.targets) = (old, text, targets)
    builder = XMLTreeBuilder(limits: XMLLimits(bytes: .max, depth: .max, nodes: .max))
    builder.tree.hasDeclaration = old.hasDeclaration
  }

  mutating func run() {
    var place = 1
    while place < old.nodes.count {
      close(before: place)
      place = copy(place)
    }
    close(before: place)
  }

  private mutating func close(before place: Int) {
    while let end = ends.last, end <= place {
      ends.removeLast()
      builder.endElement()
    }
  }

  /// Copies a node, an element without its children.
  ///
  /// - Returns: The place of the next node.
  private mutating func copy(_ place: Int) -> Int {
    let node = old.nodes[place]
    let value = targets.contains(place) ? text : node.value
    switch node.kind {
    case .root: break
    case .attribute: builder.attribute(node.name, value)
    case .text: builder.text(value)
    case .comment: builder.comment(value)
    case .instruction: builder.instruction(node.name.local, value)
    case .element: return copy(element: node, place)
    }
    return place + 1
  }

  private mutating func copy(element: XMLTree.Node, _ place: Int) -> Int {
    builder.startElement()
    for declaration in old.declarations[element.declarations] {
      builder.declare(declaration.prefix, declaration.namespace)
    }
    builder.nameElement(element.name)
    ends.append(element.end)
    guard targets.contains(place) else { return place + 1 }
    let children = place + 1 + element.attributeCount
    for attribute in place + 1..<children { _ = copy(attribute) }
    builder.text(text)
    return element.end
  }
}
