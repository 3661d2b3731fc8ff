extension XMLReader {
  /// An attribute as it was read.
  private struct Attribute {
    var prefix: String
    var local: String
    var value: String
    var offset: Int

    /// The prefix that this attribute declares; nil where it is no namespace declaration.
    var declaredPrefix: String? {
      if prefix == "xmlns" { return local }
      return prefix.isEmpty && local == "xmlns" ? "" : nil
    }
  }

  /// `<name attribute="value">`, or an empty element.
  mutating func readStartTag() throws(XMLError) {
    let start = position
    position += 1
    let (prefix, local) = try readQualifiedName()
    let attributes = try readAttributes()
    let isEmpty = next == UInt8(ascii: "/")
    if isEmpty { position += 1 }
    guard next == UInt8(ascii: ">") else {
      throw unexpected(isEmpty ? "'>'" : "an attribute, '>' or '/>'")
    }
    position += 1
    try open(prefix: prefix, local: local, attributes: attributes, at: start)
    if isEmpty { builder.endElement() }
  }

  /// `</name>`.
  mutating func readEndTag() throws(XMLError) {
    let start = position
    position += 2
    let (prefix, local) = try readQualifiedName()
    let name = builder.openName
    guard name.prefix == prefix, name.local == local else {
      let found = XMLTree.Name(prefix: prefix, local: local).qualified
      throw XMLError("</\(found)> can't end <\(name.qualified)>", at: start, in: text)
    }
    skipSpace()
    guard next == UInt8(ascii: ">") else { throw unexpected("'>'") }
    position += 1
    builder.endElement()
  }

  private mutating func readAttributes() throws(XMLError) -> [Attribute] {
    var attributes: [Attribute] = []
    while true {
      let hasSpace = space(at: position)
      skipSpace()
      guard isNameStart(at: position) else { return attributes }
      guard hasSpace else { throw unexpected("white space before the attribute") }
      let offset = position
      let (prefix, local) = try readQualifiedName()
      try readEquals()
      attributes.append(
        Attribute(prefix: prefix, local: local, value: try readQuoted(), offset: offset))
      guard attributes.count <= builder.limits.nodes else {
        throw error("more than \(builder.limits.nodes) nodes")
      }
    }
  }

  private mutating func open(
    prefix: String, local: String, attributes: [Attribute], at start: Int
  ) throws(XMLError) {
    try add(at: start) { $0.startElement() }
    for attribute in attributes {
      guard let declared = attribute.declaredPrefix else { continue }
      try declare(declared, attribute)
    }
    builder.nameElement(
      try name(prefix: prefix, local: local, at: start, default: builder.namespace(of: "") ?? ""))
    var seen: Set<XMLTree.Name> = []
    for attribute in attributes where attribute.declaredPrefix == nil {
      let name = try name(
        prefix: attribute.prefix, local: attribute.local, at: attribute.offset, default: "")
      let key = XMLTree.Name(
        prefix: name.namespace.isEmpty ? name.prefix : "", local: name.local,
        namespace: name.namespace)
      guard seen.insert(key).inserted else {
        throw XMLError(
          "the attribute '\(name.qualified)' is repeated", at: attribute.offset, in: text)
      }
      try add(at: attribute.offset) { $0.attribute(name, attribute.value) }
    }
  }

  private mutating func declare(_ prefix: String, _ attribute: Attribute) throws(XMLError) {
    let isXML = attribute.value == XMLTreeBuilder.xmlNamespace
    let reason: String? =
      if prefix == "xmlns" || attribute.value == "http://www.w3.org/2000/xmlns/" {
        "'xmlns' can't be declared"
      } else if (prefix == "xml") != isXML {
        "the prefix 'xml' can only have its own namespace"
      } else if !prefix.isEmpty && attribute.value.isEmpty {
        "a prefix needs a namespace"
      } else if builder.declares(prefix) {
        "the namespace of '\(prefix)' is declared twice"
      } else {
        nil
      }
    if let reason { throw XMLError(reason, at: attribute.offset, in: text) }
    try add(at: attribute.offset) { $0.declare(prefix, attribute.value) }
  }

  private func name(
    prefix: String, local: String, at offset: Int, default: String
  ) throws(XMLError) -> XMLTree.Name {
    if prefix.isEmpty { return .init(local: local, namespace: `default`) }
    guard prefix != "xmlns", let namespace = builder.namespace(of: prefix) else {
      throw XMLError("the prefix '\(prefix)' is not declared", at: offset, in: text)
    }
    return .init(prefix: prefix, local: local, namespace: namespace)
  }
}
