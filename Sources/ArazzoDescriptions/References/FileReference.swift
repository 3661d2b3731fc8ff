import ArazzoDocuments
import Foundation

/// The file or URL that a reference in a document names.
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

  /// - Parameter base: The path or URL of the document that the reference stands in. A document
  ///   from the network leads to others on the network and never to files of this machine.
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

  /// The text before the first colon, where that has the form of a scheme and is no drive
  /// letter.
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

/// Joins and normalizes paths as text, without the file system.
enum FilePath {
  /// `path` seen from the folder of `base`, without `.` and, as far as can be, without `..`.
  static func join(_ path: String, toFolderOf base: String) -> String {
    if path.hasPrefix("/") { return normalised(path) }
    let folder = base.lastIndex(of: "/").map { base[...$0] } ?? ""
    return normalised(folder + path)
  }

  static func normalised(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", parts.last.map({ $0 != ".." }) ?? isAbsolute {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The one path of a file, links followed; `nil` where there is no such file.
  static func canonical(_ path: String) -> String? {
    guard !path.utf8.contains(0), let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// The first bytes of a file, as many as it has; `nil` where it can't be read.
  ///
  /// Read right into their place: a large document should not be copied.
  static func bytes(ofFile path: String, size: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hasFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let length = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if length < 0, errno == EINTR { continue }
        hasFailed = length < 0
        guard length > 0 else { return }
        count += length
      }
    }
    return hasFailed ? nil : bytes
  }
}

/// Loads the documents that other documents refer to, each once.
package protocol DocumentLoading: AnyObject {
  /// Reads the document that `reference` names, seen from the document `base`.
  ///
  /// - Parameters:
  ///   - reference: A relative or absolute URL or path, without fragment.
  ///   - base: The path or URL of the document with the reference.
  /// - Throws: ``LoadError``, to be reported at the reference's own place, or ``DocumentError``
  ///   with a place in the loaded file.
  func load(_ reference: String, from base: SourceText) throws -> Node

  /// The index of a document that was loaded; one that other documents of the run have is shared.
  ///
  /// - Parameter make: Makes it.
  func index(of root: Node, _ make: () -> OperationIndex) -> OperationIndex
}

extension DocumentLoading {
  package func index(of root: Node, _ make: () -> OperationIndex) -> OperationIndex { make() }
}

/// The reason why a document couldn't be loaded.
package struct LoadError: Error {
  /// What a caller that knows the name of the document can say more about.
  package enum Cause { case missingFile, remote, other }

  package let message: String
  package let suggestion: String?
  package let cause: Cause

  package init(_ message: String, suggestion: String? = nil, cause: Cause = .other) {
    self.message = message
    self.suggestion = suggestion
    self.cause = cause
  }
}
