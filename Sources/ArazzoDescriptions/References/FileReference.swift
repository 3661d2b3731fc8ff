import Foundation

/// What a URL or path in a document asks for.
enum FileReference {
  /// The decoded path, and the path as written where that is another one.
  case path(String, asWritten: String)
  case remote(String)
  case unreadable(scheme: String)

  init(_ reference: String) {
    guard let scheme = Self.scheme(reference) else {
      self = Self.decoded(reference)
      return
    }
    switch scheme {
    case "file":
      self = Self.decoded(Self.filePath(reference.dropFirst("file:".count)))
    case "http", "https":
      self = .remote(reference)
    default:
      self = .unreadable(scheme: scheme)
    }
  }

  /// - Parameter base: The path or URL of the document that the reference stands in. A document from
  ///   the network leads to others on the network and never to files of this machine.
  init(_ reference: String, from base: String) {
    guard case .remote = FileReference(base) else {
      self = FileReference(reference)
      return
    }
    let resolved = URL(string: reference, relativeTo: URL(string: base))?.absoluteString
    self = resolved.map(FileReference.init) ?? .unreadable(scheme: reference)
    if case .path = self { self = .unreadable(scheme: "file") }
  }

  private static func decoded(_ path: String) -> FileReference {
    .path(path.removingPercentEncoding ?? path, asWritten: path)
  }

  /// What stands before the first colon, where that has the form of a scheme and is no drive letter.
  private static func scheme(_ reference: String) -> String? {
    guard let colon = reference.firstIndex(of: ":") else { return nil }
    let scheme = reference[..<colon]
    let isScheme = scheme.unicodeScalars.allSatisfy {
      switch $0 {
      case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
      default: false
      }
    }
    return isScheme && scheme.count > 1 ? scheme.lowercased() : nil
  }

  /// `//localhost/path`, `///path` and `/path` are the same file.
  private static func filePath(_ rest: Substring) -> String {
    guard rest.hasPrefix("//") else { return String(rest) }
    let afterSlashes = rest.dropFirst(2)
    return afterSlashes.firstIndex(of: "/").map { String(afterSlashes[$0...]) }
      ?? String(afterSlashes)
  }
}
