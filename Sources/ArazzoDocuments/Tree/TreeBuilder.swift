/// Builds a node tree from the values of a reader, in document order.
///
/// Open collections are kept in an array, not on the call stack, so a document can't overflow it.
struct TreeBuilder {
  /// The maximum depth of collections, which makes it safe to walk a tree recursively.
  static let depthLimit = 200

  /// The whole document, once it is complete.
  private(set) var root: Built?
  private var open: [OpenCollection] = []

  /// A complete value, with the number of values that an alias of it adds.
  struct Built {
    let node: Node
    /// The number of nodes in it, itself included.
    var weight = 1
    /// The number of levels below it.
    var height = 0
  }

  /// The number of collections that are open.
  var depth: Int { open.count }

  /// Whether the next value is a key.
  var expectsKey: Bool {
    !open.isEmpty && open[open.count - 1].expectsKey
  }

  /// Whether the innermost open collection is a mapping.
  var isInMapping: Bool { open.last?.isMapping ?? false }

  mutating func begin(
    isMapping: Bool, at location: Location, startsAtFirstKey: Bool = false, anchor: String? = nil
  ) throws(DocumentError) {
    try checkDepth(adding: 1, at: location)
    open.append(
      OpenCollection(
        isMapping: isMapping, location: location, startsAtFirstKey: startsAtFirstKey,
        anchor: anchor))
  }

  /// Takes the key that the next value belongs to.
  mutating func addKey(_ key: Located<String>, isMerge: Bool = false) {
    guard !open.isEmpty else { return }
    open[open.count - 1].take(key, isMerge: isMerge)
  }

  mutating func add(_ built: consuming Built) throws(DocumentError) {
    guard !open.isEmpty else {
      root = built
      return
    }
    try open[open.count - 1].add(built)
  }

  /// Closes the innermost collection and adds it to the one around it.
  ///
  /// - Returns: The collection, where it has an anchor.
  mutating func end() throws(DocumentError) -> (built: Built, anchor: String)? {
    guard let collection = open.popLast() else { return nil }
    let built = try collection.finished()
    guard let anchor = collection.anchor else {
      try add(built)
      return nil
    }
    try add(built)
    return (built, anchor)
  }

  func checkDepth(adding levels: Int, at location: Location) throws(DocumentError) {
    guard open.count + levels > Self.depthLimit else { return }
    throw DocumentError(
      "mappings and sequences are nested more than \(Self.depthLimit) levels deep",
      at: location)
  }
}

/// A mapping or a sequence that isn't closed yet.
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
  /// - Throws: When a key appears twice.
  func finished() throws(DocumentError) -> TreeBuilder.Built {
    TreeBuilder.Built(node: Node(try value(), at: location), weight: weight, height: height)
  }

  private func value() throws(DocumentError) -> Node.Value {
    guard isMapping else { return .sequence(items) }
    let mapping = Node.Mapping(members)
    if let (first, second) = mapping.firstDuplicate() {
      throw DocumentError(
        "the key \(second.key.value.quotedForMessage) appears twice in this mapping",
        at: second.key.location,
        related: [Diagnostic.Related("the first one is here", at: first.key.location)])
    }
    if merges.isEmpty { return .mapping(mapping) }
    return .mapping(try Merge.applied(merges, to: mapping))
  }
}

/// The value of YAML's merge key `<<`: mappings whose members are merged.
struct Merge {
  private let key: Location
  private let mappings: [Node.Mapping]
  /// The number of the mapping's own members before it.
  private let position: Int

  /// - Throws: When `node` is neither a mapping nor a sequence of mappings.
  init(of node: Node, key: Location, position: Int) throws(DocumentError) {
    self.key = key
    self.position = position
    var mappings: [Node.Mapping] = []
    for part in node.sequence ?? [node] {
      guard let mapping = part.mapping else {
        throw DocumentError(
          "the merge key '<<' needs a mapping or a sequence of mappings, found \(part.kindName)",
          at: key, related: [Diagnostic.Related("the value is here", at: part.location)])
      }
      mappings.append(mapping)
    }
    self.mappings = mappings
  }

  /// The mapping with the merged members at the place of the merge key; its own members win, then
  /// those of an earlier mapping.
  static func applied(
    _ merges: [Merge], to own: Node.Mapping
  ) throws(DocumentError) -> Node.Mapping {
    guard let merge = merges.first else { return own }
    if merges.count > 1 {
      throw DocumentError(
        "the merge key '<<' appears twice in this mapping", at: merges[1].key,
        suggestion: "write one, with a sequence: <<: [*first, *second]",
        related: [Diagnostic.Related("the first one is here", at: merge.key)])
    }
    var members = Array(own.members.prefix(merge.position))
    var seen: Set<String> = []
    for member in merge.mappings.flatMap(\.members)
    where own.member(member.key.value) == nil && seen.insert(member.key.value).inserted {
      members.append(member)
    }
    return Node.Mapping(members + own.members.dropFirst(merge.position))
  }
}
