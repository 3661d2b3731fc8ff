public import ArazzoRuntime

/// A JSONPath query (RFC 9535), put together when the program is compiled:
/// `$.runs[?@.state == 'ok'].id` is
/// `JSONPath("runs", .filter(.equal(.node("state"), "ok")), "id")`.
///
/// The values of the run that stand in it are values: nothing that an API returned can change what
/// is asked.
///
/// A query takes a few seconds at most, whatever the value: it visits up to ten million nodes, less
/// where a filter compares arrays and objects or matches patterns, and holds up to a million at a
/// time. One that would do more finds nothing.
public struct JSONPath: Sendable {
  let steps: [Step]

  /// Makes a query of steps from the root on, each of which is applied to all that the one before it
  /// chose.
  public init(_ steps: Step...) { self.init(steps) }

  package init(_ steps: [Step]) { self.steps = steps }

  /// The nodes that the query finds; none where a value that stands in it is missing.
  public func nodes(in value: JSONValue?) -> JSONNodes {
    var search = value.flatMap(search)
    return value.flatMap { search?.nodes(steps, from: $0) }.map { JSONNodes($0) } ?? JSONNodes()
  }

  /// The values of the nodes as an array, nil where there is none.
  public func values(in value: JSONValue?) -> JSONValue? {
    let nodes = nodes(in: value)
    return nodes.isEmpty ? nil : .array(nodes.values)
  }

  /// Where the nodes stand that the query finds: their normalised paths, as JSON Pointers.
  ///
  /// A node that is found twice is named once. The order is that of ``nodes(in:)``.
  public func pointers(in value: JSONValue?) -> [JSONPointer] {
    var search = value.flatMap(search)
    // Names are told apart by their code points, which strings are not.
    var seen: Set<[[UInt8]]> = []
    return (search?.places(steps) ?? []).map(\.pointer).filter { pointer in
      seen.insert(pointer.tokens.map { Array($0.utf8) }).inserted
    }
  }

  /// Whether the query finds a node; false where the value is missing or `null` (rule C9).
  ///
  /// Where a query that begins with a filter finds nothing in an object, the filter is tried on the
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
