/// The anchors of a document so far, with a bound on what their aliases repeat.
struct YAMLAnchors {
  /// How many nodes all aliases of a document may stand for, counted with repetition.
  static let expansionLimit = 2_000_000

  private enum Anchor {
    /// Its collection is still being read.
    case open
    case complete(TreeBuilder.Built)
  }

  private var anchors: [String: Anchor] = [:]
  private var expansion = 0

  mutating func open(_ name: String) { anchors[name] = .open }

  mutating func set(_ name: String, to built: TreeBuilder.Built) {
    anchors[name] = .complete(built)
  }

  mutating func value(
    of name: String, usedAt location: Location
  ) throws(DocumentError) -> TreeBuilder.Built {
    switch anchors[name] {
    case .complete(let built):
      expansion += built.weight
      if expansion <= Self.expansionLimit { return built }
      throw DocumentError(
        "the aliases of this document repeat more than \(Self.expansionLimit) values",
        at: location)
    case .open:
      throw DocumentError(
        "the alias '*\(name)' stands inside of its own anchor: the value would have no end",
        at: location)
    case nil: throw unknown(name, at: location)
    }
  }

  private func unknown(_ name: String, at location: Location) -> DocumentError {
    DocumentError(
      "no anchor '&\(name)' stands before this alias", at: location,
      suggestion: Suggestion.nearest(to: name, in: anchors.keys.sorted()).map { "*\($0)" })
  }
}
