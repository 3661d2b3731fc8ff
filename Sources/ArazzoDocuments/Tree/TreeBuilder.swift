/// Builds a node tree from the values of a reader, in document order.
///
/// Open collections are kept in an array, not on the call stack, so a document can't overflow it.
struct TreeBuilder: ~Copyable {
  /// The maximum depth of collections, which makes it safe to walk a tree recursively.
  static let depthLimit = 200

  /// The whole document, once it is complete.
  private(set) var root: Node?
  private var open: [OpenCollection] = []
  private var items = OpenValues<Node>()
  private var members = OpenValues<Node.Mapping.Member>()

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
        isMapping: isMapping, start: isMapping ? members.count : items.count, location: location,
        startsAtFirstKey: startsAtFirstKey, anchor: anchor))
  }

  /// Takes the key that the next value belongs to.
  mutating func addKey(_ key: consuming Located<String>, isMerge: Bool = false) {
    guard !open.isEmpty else { return }
    open[open.count - 1].take(key, isMerge: isMerge)
  }

  mutating func add(_ built: Built) throws(DocumentError) {
    try add(built.node, weight: built.weight, height: built.height)
  }

  /// Adds a complete value, with the measures of ``Built``.
  mutating func add(
    _ node: consuming Node, weight: Int = 1, height: Int = 0
  ) throws(DocumentError) {
    guard !open.isEmpty else {
      root = node
      return
    }
    let innermost = open.count - 1
    open[innermost].measure(weight: weight, height: height)
    guard open[innermost].isMapping else { return items.append(node) }
    guard let key = open[innermost].takeKey() else { return }
    if key.isMerge {
      try open[innermost].add(
        Merge(
          of: node, key: key.text.location, position: members.count - open[innermost].start))
    } else {
      members.append(Node.Mapping.Member(key: key.text, value: node))
    }
  }

  /// Closes the innermost collection and adds it to the one around it.
  ///
  /// - Returns: The collection, where it has an anchor.
  mutating func end() throws(DocumentError) -> (built: Built, anchor: String)? {
    guard let collection = open.popLast() else { return nil }
    let node = Node(try value(of: collection), at: collection.location)
    guard let anchor = collection.anchor else {
      try add(node, weight: collection.weight, height: collection.height)
      return nil
    }
    let built = Built(node: node, weight: collection.weight, height: collection.height)
    try add(built)
    return (built, anchor)
  }

  /// - Throws: When a key appears twice.
  private mutating func value(of collection: OpenCollection) throws(DocumentError) -> Node.Value {
    guard collection.isMapping else { return .sequence(items.take(from: collection.start)) }
    let mapping = Node.Mapping(members.take(from: collection.start))
    if let (first, second) = mapping.firstDuplicate() {
      throw DocumentError(
        "the key \(second.key.value.quotedForMessage) appears twice in this mapping",
        at: second.key.location,
        related: [Diagnostic.Related("the first one is here", at: first.key.location)])
    }
    if collection.merges.isEmpty { return .mapping(mapping) }
    return .mapping(try Merge.applied(collection.merges, to: mapping))
  }

  func checkDepth(adding levels: Int, at location: Location) throws(DocumentError) {
    guard open.count + levels > Self.depthLimit else { return }
    throw DocumentError(
      "mappings and sequences are nested more than \(Self.depthLimit) levels deep",
      at: location)
  }
}

/// A mapping or a sequence that isn't closed yet.
private struct OpenCollection {
  let isMapping: Bool
  /// The number of values of other open collections before its own.
  let start: Int
  private(set) var location: Location
  private var startsAtFirstKey: Bool
  let anchor: String?
  /// The key whose value is awaited.
  private var key: (text: Located<String>, isMerge: Bool)?
  private(set) var merges: [Merge] = []
  private(set) var weight = 1
  private(set) var height = 0

  /// - Parameter startsAtFirstKey: Whether the collection has no character of its own to start
  ///   with, so that its place is that of its first key.
  init(isMapping: Bool, start: Int, location: Location, startsAtFirstKey: Bool, anchor: String?) {
    self.isMapping = isMapping
    self.start = start
    self.location = location
    self.startsAtFirstKey = startsAtFirstKey
    self.anchor = anchor
  }

  /// Whether the next value is a key.
  var expectsKey: Bool { isMapping && key == nil }

  mutating func take(_ key: consuming Located<String>, isMerge: Bool) {
    if startsAtFirstKey {
      location = key.location
      startsAtFirstKey = false
    }
    self.key = (key, isMerge)
  }

  /// The key whose value is there now.
  mutating func takeKey() -> (text: Located<String>, isMerge: Bool)? { key.take() }

  mutating func add(_ merge: Merge) { merges.append(merge) }

  mutating func measure(weight: Int, height: Int) {
    self.weight += weight
    self.height = max(self.height, height + 1)
  }
}

/// The values of all open collections, those of the innermost at the end.
///
/// A closed collection takes its own out as an array of just their number, without a copy: with
/// arrays that grow, a collection of a few values would take memory three times.
private struct OpenValues<Value>: ~Copyable {
  private var values: UnsafeMutablePointer<Value>
  private var capacity = 64
  private(set) var count = 0

  init() { values = .allocate(capacity: capacity) }

  deinit {
    values.deinitialize(count: count)
    values.deallocate()
  }

  mutating func append(_ value: consuming Value) {
    if count == capacity { grow() }
    (values + count).initialize(to: value)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: values, count: count)
    values.deallocate()
    (values, capacity) = (larger, capacity * 2)
  }

  /// Takes the values from an index on.
  mutating func take(from start: Int) -> [Value] {
    let taken = count - start
    count = start
    return Array(unsafeUninitializedCapacity: taken) { array, initialized in
      array.baseAddress?.moveInitialize(from: values + start, count: taken)
      initialized = taken
    }
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
