extension XPathEvaluator {
  /// Calls a function; those of strings are in ``callOnStrings(_:_:_:)``.
  mutating func call(
    _ function: XPath.Function, _ arguments: [XPath], _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    switch function {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .count: return .number(Double(try nodeSet(arguments, context).count))
    case .sum:
      let strings = try strings(of: nodeSet(arguments, context))
      return .number(strings.reduce(0) { $0 + XPathNumber.read($1) })
    case .id: return .nodes(try elements(withID: try argument(arguments, context)))
    case .localName, .namespaceURI, .name: return .string(try name(function, arguments, context))
    case .boolean: return .boolean(boolean(try argument(arguments, context)))
    case .not: return .boolean(!boolean(try argument(arguments, context)))
    case .lang:
      let language = try string(try argument(arguments, context))
      return .boolean(try isIn(language, context.node))
    case .number: return .number(try number(try argument(arguments, context)))
    case .floor: return .number(try number(try argument(arguments, context)).rounded(.down))
    case .ceiling: return .number(try number(try argument(arguments, context)).rounded(.up))
    case .round: return .number(XPathNumber.round(try number(try argument(arguments, context))))
    case .string: return .string(try string(try argument(arguments, context)))
    default: return try callOnStrings(function, arguments, context)
    }
  }

  /// The first argument, by default the context node.
  private mutating func argument(
    _ arguments: [XPath], _ context: XPathContext
  ) throws(XPathError) -> XPathValue {
    guard let first = arguments.first else { return .nodes([context.node]) }
    return try evaluate(first, context)
  }

  /// The first argument as a node-set, by default the context node.
  private mutating func nodeSet(
    _ arguments: [XPath], _ context: XPathContext
  ) throws(XPathError) -> [XPathNode] {
    guard case .nodes(let nodes) = try argument(arguments, context) else { throw .noNodes }
    return nodes
  }

  private mutating func name(
    _ function: XPath.Function, _ arguments: [XPath], _ context: XPathContext
  ) throws(XPathError) -> String {
    guard let node = try nodeSet(arguments, context).first else { return "" }
    let name = name(of: node)
    switch function {
    case .localName: return name.local
    case .namespaceURI: return name.namespace
    default: return name.qualified
    }
  }

  /// The elements whose `xml:id` is a word of the value; without DTDs there are no other IDs.
  private mutating func elements(withID value: XPathValue) throws(XPathError) -> [XPathNode] {
    var words: Set<String> = []
    let texts =
      if case .nodes(let nodes) = value { try strings(of: nodes) } else { [try string(value)] }
    for text in texts { words.formUnion(text.split(whereSeparator: \.isXMLSpace).map(String.init)) }
    var found: [XPathNode] = []
    try spend(tree.nodes.count)
    for node in tree.nodes where node.kind == .attribute && node.name.qualified == "xml:id" {
      // Each ID stands for one element, the first.
      let id = node.value.split(whereSeparator: \.isXMLSpace).joined(separator: " ")
      if words.remove(id) != nil { found.append(XPathNode(place: node.parent)) }
    }
    return found
  }

  /// Whether the nearest `xml:lang` is that language, or a variant of it.
  private mutating func isIn(_ language: String, _ node: XPathNode) throws(XPathError) -> Bool {
    var place = node.place
    while place > 0 {
      let record = tree.nodes[place]
      try spend(1 + record.attributeCount)
      let attributes = tree.nodes[place + 1..<place + 1 + record.attributeCount]
      if let found = attributes.first(where: { $0.name.qualified == "xml:lang" }) {
        let (value, wanted) = (found.value.lowercased(), language.lowercased())
        return value == wanted || value.hasPrefix(wanted + "-")
      }
      place = record.parent
    }
    return false
  }
}

extension Character {
  /// White space of XML. A carriage return with a line feed is one character.
  var isXMLSpace: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
  }
}
