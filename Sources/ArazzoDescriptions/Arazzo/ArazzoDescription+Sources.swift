import ArazzoDocuments

extension ArazzoDescription {
  /// Reads the document that a source description names, seen from `$self` where the document has
  /// one, and from the document's own place as well (rule D3).
  ///
  /// - Throws: ``LoadError``, to be reported at the source's `url`, or ``DocumentError`` with a
  ///   place in the loaded file.
  package func load(
    _ source: SourceDescription, with loader: any DocumentLoading
  ) throws -> Node {
    let base = source.url.location.source
    guard source.file == nil, let own = selfURL else {
      return try loader.load(source.file ?? source.url.value, from: base)
    }
    let resolved = URIReference.resolve(source.url.value, against: own.value)
    guard resolved != source.url.value else { return try loader.load(resolved, from: base) }
    do {
      return try loader.load(resolved, from: base)
    } catch let error as LoadError {
      // Relative to the document, whatever its `$self` is; errors refer to this path.
      guard let found = try? loader.load(source.url.value, from: base) else { throw error }
      return found
    }
  }
}

/// URI references as text (RFC 3986, section 5.2).
enum URIReference {
  /// `reference` as seen from `base`, which may be relative itself.
  static func resolve(_ reference: String, against base: String) -> String {
    guard scheme(reference) == nil else { return reference }
    let root = root(base)
    if reference.hasPrefix("//") { return (scheme(base).map { $0 + ":" } ?? "") + reference }
    guard !reference.isEmpty else { return base }
    let path = String(base.dropFirst(root.count).prefix { $0 != "?" && $0 != "#" })
    let isAbsolute = reference.hasPrefix("/")
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? (root.isEmpty ? "" : "/")
    let joined = FilePath.normalised(isAbsolute ? reference : folder + reference)
    return root + joined
  }

  private static func scheme(_ reference: String) -> String? {
    guard let colon = reference.firstIndex(of: ":") else { return nil }
    let scheme = reference[..<colon]
    guard scheme.count > 1, scheme.first?.isLetter == true,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return String(scheme)
  }

  /// The text before the path: scheme and authority.
  private static func root(_ base: String) -> String {
    let scheme = scheme(base).map { $0 + ":" } ?? ""
    let rest = base.dropFirst(scheme.count)
    guard rest.hasPrefix("//") else { return scheme }
    return scheme + "//" + rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
  }
}
