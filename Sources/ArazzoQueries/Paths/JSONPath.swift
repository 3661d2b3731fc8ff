@_spi(Generated) public import ArazzoRuntime

/// A JSONPath query (RFC 9535) that generated code builds at compile time:
/// `$.runs[?@.state == 'ok'].id` is
/// `JSONPath("runs", .filter(.equal(.node("state"), "ok")), "id")`.
///
/// Values of the run are inserted as values, so a response cannot change the query.
///
/// A query takes a few seconds at most. It visits up to ten million nodes, fewer if a filter
/// compares arrays and objects or matches patterns, and holds up to a million at a time. A query
/// that exceeds a limit selects nothing.
@_spi(Generated) public struct JSONPath: Sendable {
  let steps: [Step]

  /// Creates a query from steps, starting at the root. Each step applies to all nodes that the
  /// previous one selected.
  public init(_ steps: Step...) { self.init(steps) }

  package init(_ steps: [Step]) { self.steps = steps }

  /// The selected nodes; none if a value in the query is missing.
  public func nodes(in value: JSONValue?) -> JSONNodes {
    var search = value.flatMap(search)
    return value.flatMap { search?.nodes(steps, from: $0) }.map { JSONNodes($0) } ?? JSONNodes()
  }

  /// The values of the selected nodes as an array; `nil` if there are none.
  public func values(in value: JSONValue?) -> JSONValue? {
    let nodes = nodes(in: value)
    return nodes.isEmpty ? nil : .array(nodes.values)
  }

  /// The locations of the selected nodes: their normalized paths as JSON Pointers.
  ///
  /// They have the order of ``nodes(in:)``, and each node occurs once.
  public func pointers(in value: JSONValue?) -> [JSONPointer] {
    var search = value.flatMap(search)
    // Names are told apart by their code points, which strings are not.
    var seen: Set<[[UInt8]]> = []
    return (search?.places(steps) ?? []).map(\.pointer).filter { pointer in
      seen.insert(pointer.tokens.map { Array($0.utf8) }).inserted
    }
  }

  /// Whether the query selects a node; false if the value is missing or `null` (rule C9).
  ///
  /// If a query starts with a filter and selects nothing in an object, the filter is applied to the
  /// object itself: `$[?@.status == 'ok']` holds for `{"status": "ok"}`.
  public func finds(in value: JSONValue?) -> Bool {
    if value == .null { return false }
    if !nodes(in: value).isEmpty { return true }
    guard let value, case .object = value, case .filter(let filter)? = steps.first?.node,
      var search = search(value), search.holds(filter, at: value),
      let nodes = search.nodes(Array(steps.dropFirst()), from: value)
    else { return false }
    return !nodes.isEmpty
  }

  private func search(_ root: JSONValue) -> Search? {
    steps.allSatisfy(\.isComplete) ? Search(root: root) : nil
  }
}
