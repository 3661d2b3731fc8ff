extension XMLTree: CustomStringConvertible {
  /// The document as text; see ``serialized()``.
  public var description: String { String(decoding: serialized(), as: UTF8.self) }

  /// The document as text in UTF-8.
  ///
  /// Parsing it again gives an equal tree. It does not keep what XPath ignores: CDATA sections, and
  /// white space in tags and outside the root element.
  public func serialized() -> [UInt8] {
    var writer = XMLWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Writes a tree, without recursion.
private struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ tree: XMLTree) {
    if tree.hasDeclaration { put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    var open: [Int] = []
    for (place, node) in tree.nodes.enumerated() {
      close(&open, before: place, in: tree)
      switch node.kind {
      case .root, .attribute: break
      case .element: begin(place, node, in: tree, &open)
      case .text: escape(node.value, inAttribute: false)
      case .comment: put("<!--\(node.value)-->")
      case .instruction:
        put("<?\(node.name.local)" + (node.value.isEmpty ? "?>" : " \(node.value)?>"))
      }
      if node.parent == 0, node.kind == .comment || node.kind == .instruction { put("\n") }
    }
    close(&open, before: tree.nodes.count, in: tree)
  }

  private mutating func begin(
    _ place: Int, _ node: XMLTree.Node, in tree: XMLTree, _ open: inout [Int]
  ) {
    put("<\(node.name.qualified)")
    for declaration in tree.declarations[node.declarations] {
      let name = declaration.prefix.isEmpty ? "xmlns" : "xmlns:\(declaration.prefix)"
      put(name: name, value: declaration.namespace)
    }
    for attribute in tree.nodes[place + 1..<place + 1 + node.attributeCount] {
      put(name: attribute.name.qualified, value: attribute.value)
    }
    if node.end == place + 1 + node.attributeCount {
      put("/>")
      if node.parent == 0 { put("\n") }
    } else {
      put(">")
      open.append(place)
    }
  }

  private mutating func close(_ open: inout [Int], before place: Int, in tree: XMLTree) {
    while let last = open.last, tree.nodes[last].end <= place {
      put("</\(tree.nodes[last].name.qualified)>")
      if tree.nodes[last].parent == 0 { put("\n") }
      open.removeLast()
    }
  }

  private mutating func put(name: String, value: String) {
    put(" \(name)=\"")
    escape(value, inAttribute: true)
    put("\"")
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "\""): put(inAttribute ? "&quot;" : "\"")
      case 0x9: put(inAttribute ? "&#9;" : "\t")
      case 0xA: put(inAttribute ? "&#10;" : "\n")
      case 0xD: put("&#13;")
      default: bytes.append(byte)
      }
    }
  }
}
