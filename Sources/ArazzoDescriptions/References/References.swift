import ArazzoDocuments

/// Follows `$ref` in one document and from there into others.
final class References {
  /// The roots of the documents that were seen, by their text.
  private var roots: [ObjectIdentifier: Node]
  private var anchors: [ObjectIdentifier: [String: Node]] = [:]
  private var identifiers: [ObjectIdentifier: SchemaIdentifiers] = [:]
  /// What references led to, and the schemas' names in them, by their places.
  private var targets: [Location: Node] = [:]
  private var schemaNames: [Location: String?] = [:]
  private let loader: any DocumentLoading

  /// The message for circular references.
  static let circle = "'$ref' is circular"

  /// How many references in a row are followed.
  private static let maximumChainLength = 100

  init(root: Node, loader: any DocumentLoading) {
    roots = [ObjectIdentifier(root.location.source): root]
    self.loader = loader
  }

  /// The node that a chain of references ends in; the node itself where it is no reference.
  func resolve(_ node: Node) throws(DocumentError) -> Node {
    var chain = Chain(node)
    while try advance(&chain) {}
    return chain.node
  }

  /// Follows one reference.
  ///
  /// - Returns: Whether the chain's node was a reference.
  func advance(_ chain: inout Chain) throws(DocumentError) -> Bool {
    guard let reference = chain.node["$ref"], let text = reference.string else { return false }
    guard chain.passed.count < Self.maximumChainLength,
      chain.passed.insert(reference.location).inserted
    else {
      throw DocumentError(
        Diagnostic(.error, "\(Self.circle): '\(text)'", at: reference.location))
    }
    if let known = targets[reference.location] {
      chain.node = known
    } else {
      chain.node = try target(of: text, at: reference.location, &chain)
      targets[reference.location] = chain.node
    }
    return true
  }

  /// The name of the schema that a reference refers to; `nil` if it isn't a reference to a schema.
  func schemaName(in node: Node) -> String? {
    guard let reference = node["$ref"] else { return nil }
    if let known = schemaNames[reference.location] { return known }
    let name = Schema.name(in: node)
    schemaNames[reference.location] = .some(name)
    return name
  }

  /// The references that are being followed.
  struct Chain {
    var node: Node
    var passed: Set<Location> = []

    init(_ node: Node) { self.node = node }
  }

  private func target(
    of reference: String, at location: Location, _ chain: inout Chain
  ) throws(DocumentError) -> Node {
    let hash = reference.firstIndex(of: "#") ?? reference.endIndex
    let root = try document(String(reference[..<hash]), at: location)
    let fragment = String(reference[hash...].dropFirst())
    guard fragment.isEmpty || fragment.hasPrefix("/") || fragment.hasPrefix("%") else {
      return try anchor(fragment, in: root, at: location)
    }
    let pointer = try pointer(fragment, at: location)
    do throws(DocumentError) {
      return try walk(pointer, from: root, reference, at: location, &chain)
    } catch {
      // Within a schema that has an '$id' a pointer may begin there.
      guard hash == reference.startIndex,
        let schema = identifiers(around: location)?.schema(around: location),
        let node = try? walk(pointer, from: schema, reference, at: location, &chain)
      else { throw error }
      return node
    }
  }

  /// The identifiers in the document of a location, found on first use.
  private func identifiers(around location: Location) -> SchemaIdentifiers? {
    let source = ObjectIdentifier(location.source)
    guard let root = roots[source] else { return nil }
    let known = identifiers[source] ?? SchemaIdentifiers(in: root)
    identifiers[source] = known
    return known
  }

  private func pointer(_ text: String, at location: Location) throws(DocumentError) -> JSONPointer {
    do throws(JSONPointer.ParseError) {
      return try JSONPointer(parsingFragment: text)
    } catch {
      throw DocumentError(
        Diagnostic(.error, "'$ref' has an invalid JSON Pointer: \(error.message)", at: location))
    }
  }

  private func document(_ file: String, at location: Location) throws(DocumentError) -> Node {
    if file.isEmpty, let root = roots[ObjectIdentifier(location.source)] { return root }
    if let schema = identifiers(around: location)?.schema(file, at: location) { return schema }
    do {
      let root = try loader.load(file, from: location.source)
      roots[ObjectIdentifier(root.location.source)] = root
      return root
    } catch let error as DocumentError {
      throw error
    } catch let error as LoadError {
      throw DocumentError(
        Diagnostic(
          .error, "'$ref' can't be resolved: \(error.message)", at: location,
          suggestion: error.suggestion))
    } catch {
      throw DocumentError(Diagnostic(.error, "'\(file)' can't be read: \(error)", at: location))
    }
  }
}

extension References {
  /// Goes down token by token; a reference on the way is followed where the token is not beside it.
  private func walk(
    _ pointer: JSONPointer, from root: Node, _ reference: String, at location: Location,
    _ chain: inout Chain
  ) throws(DocumentError) -> Node {
    var node = root
    for (index, token) in pointer.tokens.enumerated() {
      var next = node.child(token)
      if next == nil, node["$ref"]?.string != nil {
        let before = chain.node
        chain.node = node
        while try advance(&chain) {}
        node = chain.node
        chain.node = before
        next = node.child(token)
      }
      guard let next else {
        let names = node.mapping?.members.map(\.key.value) ?? []
        let way =
          "\(reference.prefix { $0 != "#" })#"
          + (index == 0 ? "" : JSONPointer(tokens: Array(pointer.tokens.prefix(index))).description)
        throw DocumentError(
          Diagnostic(
            .error,
            "'$ref' can't be resolved: "
              + (index == pointer.tokens.count - 1
                ? "there is no '\(reference)'"
                : "'\(way)' has no member \(token.quotedForMessage)"),
            at: location,
            suggestion: Suggestion.question(about: token, in: names)))
      }
      node = next
    }
    return node
  }

  private func anchor(
    _ name: String, in root: Node, at location: Location
  ) throws(DocumentError) -> Node {
    let source = ObjectIdentifier(root.location.source)
    let known = anchors[source] ?? Self.anchors(in: root)
    anchors[source] = known
    if let node = known[name] { return node }
    throw DocumentError(
      Diagnostic(
        .error, "'$ref' can't be resolved: there is no '$anchor' named '\(name)'", at: location,
        suggestion: Suggestion.question(about: name, in: known.keys.sorted())))
  }

  private static func anchors(in root: Node) -> [String: Node] {
    var found: [String: Node] = [:]
    var seen: Set<Location> = []
    var open = [root]
    while let node = open.popLast() {
      if let mapping = node.mapping, seen.insert(node.location).inserted {
        if let name = mapping["$anchor"]?.string, found[name] == nil { found[name] = node }
        open += mapping.members.map(\.value)
      } else if let nodes = node.sequence, seen.insert(node.location).inserted {
        open += nodes
      }
    }
    return found
  }
}
