/// A mapping or a sequence whose end was not seen yet.
struct OpenCollection {
  let isMapping: Bool
  private(set) var location: Location
  private var startsAtFirstKey: Bool
  let anchor: String?
  /// The key whose value is awaited.
  private var key: Located<String>?
  private var isMergeKey = false
  private var items: [Node] = []
  private var members: [Node.Mapping.Member] = []
  private var merges: [Merge] = []
  private var weight = 1
  private var height = 0

  /// - Parameter startsAtFirstKey: Whether the collection has no character of its own to start
  ///   with, so that its place is that of its first key.
  init(isMapping: Bool, location: Location, startsAtFirstKey: Bool, anchor: String?) {
    self.isMapping = isMapping
    self.location = location
    self.startsAtFirstKey = startsAtFirstKey
    self.anchor = anchor
  }

  /// Whether the next value is a key.
  var expectsKey: Bool { isMapping && key == nil }

  mutating func take(_ key: Located<String>, isMerge: Bool) {
    self.key = key
    isMergeKey = isMerge
    guard startsAtFirstKey else { return }
    location = key.location
    startsAtFirstKey = false
  }

  mutating func add(_ built: consuming TreeBuilder.Built) throws(DocumentError) {
    weight += built.weight
    height = max(height, built.height + 1)
    guard isMapping else {
      items.append(built.node)
      return
    }
    guard let key else { return }
    self.key = nil
    if isMergeKey {
      merges.append(try Merge(of: built.node, key: key.location, position: members.count))
    } else {
      members.append(Node.Mapping.Member(key: key, value: built.node))
    }
  }

  /// The collection as a node.
  ///
  /// - Throws: When a key stands twice.
  func finished() throws(DocumentError) -> TreeBuilder.Built {
    TreeBuilder.Built(node: Node(try value(), at: location), weight: weight, height: height)
  }

  private func value() throws(DocumentError) -> Node.Value {
    guard isMapping else { return .sequence(items) }
    let mapping = Node.Mapping(members)
    if let (first, second) = mapping.firstDuplicate() {
      throw DocumentError(
        "the key \(second.key.value.quotedForMessage) stands twice in this mapping",
        at: second.key.location,
        related: [Diagnostic.Related("the first one is here", at: first.key.location)])
    }
    if merges.isEmpty { return .mapping(mapping) }
    return .mapping(try Merge.applied(merges, to: mapping))
  }
}
