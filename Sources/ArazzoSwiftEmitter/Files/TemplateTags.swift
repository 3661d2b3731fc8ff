/// The tags of a Mustache template, to tell keys for which there is no value.
///
/// Mustache writes nothing for such a key; in a template for code that is a mistake that nobody
/// sees.
struct TemplateTags {
  private indirect enum Tag {
    case value(String)
    case section(String, [Tag])
    case partial(String)
  }

  private let tags: [Tag]

  /// `nil` for a template with other delimiters or with blocks, which are not looked into.
  init?(_ text: String) {
    var stack: [(name: String, tags: [Tag])] = [("", [])]
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      var tag = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      let kind = tag.first ?? " "
      if "#^/>&{!%=$<".contains(kind) { tag = tag.dropFirst() }
      let name = Self.key(tag)
      switch kind {
      case "#", "^": stack.append((name, []))
      case "/":
        guard stack.count > 1, let last = stack.popLast() else { return nil }
        stack[stack.count - 1].tags.append(.section(last.name, last.tags))
      case ">": stack[stack.count - 1].tags.append(.partial(name))
      case "!", "%": break
      case "=", "$", "<": return nil
      default: stack[stack.count - 1].tags.append(.value(name))
      }
    }
    tags = stack[0].tags
  }

  /// The key of `upper( name.first )`, which is `name`.
  private static func key(_ tag: Substring) -> String {
    let inner = tag.split(separator: "(").last ?? ""
    let name = inner.filter { !$0.isWhitespace && $0 != ")" && $0 != "}" }
    return name.split(separator: ".").first.map(String.init) ?? "."
  }

  /// The first key that has no value where it stands.
  func missingKey(in context: [String: Any], partials: [String: TemplateTags]) -> String? {
    Self.missing(tags, [context], partials, depth: 0)
  }

  private static func missing(
    _ tags: [Tag], _ stack: [[String: Any]], _ partials: [String: TemplateTags], depth: Int
  ) -> String? {
    for tag in tags {
      switch tag {
      case .value(let name): if find(name, stack) == nil { return name }
      case .partial(let name):
        guard depth < 8, let partial = partials[name] else { continue }
        if let key = missing(partial.tags, stack, partials, depth: depth + 1) { return key }
      case .section(let name, let inner):
        guard let value = find(name, stack) else { return name }
        let contexts = value as? [[String: Any]] ?? (value as? [Any] == nil ? [[:]] : [])
        for context in contexts {
          if let key = missing(inner, stack + [context], partials, depth: depth) { return key }
        }
      }
    }
    return nil
  }

  private static func find(_ name: String, _ stack: [[String: Any]]) -> Any? {
    if name == "." { return "" }
    return stack.last { $0[name] != nil }?[name]
  }
}
