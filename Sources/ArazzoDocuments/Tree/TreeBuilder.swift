/// Puts the values that a reader finds, one after the other, together to a tree.
///
/// The open collections are a list and not calls within calls: a document can't overflow the stack.
struct TreeBuilder {
  /// How deep collections may be nested, so that whoever walks over a tree may do so by recursion.
  static let depthLimit = 200

  /// The whole document, once it is complete.
  private(set) var root: Built?
  private var open: [OpenCollection] = []

  /// A complete value, with what it counts when an alias repeats it.
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
      "more than \(Self.depthLimit) levels of mappings and sequences are nested here",
      at: location)
  }
}
