import ArazzoDocuments
import Foundation

/// Loads documents from files, each file once.
///
/// The names in diagnostics are paths relative to the current folder, so that `FILE` in
/// `FILE:LINE:COLUMN` can be opened: the first file as it was given, the others beside it.
package final class FileLoader: DocumentLoading {
  /// Every file that was read, in the order of first use.
  package private(set) var inputs: [SourceFile] = []
  /// What was odd about them, though they could be read.
  package var remarks: [Diagnostic] { inputs.flatMap(\.remarks) }
  private var documents: [String: Result<Node, any Error>] = [:]
  private let store: SourceStore
  /// The files that were read, by their texts, and how often one was asked for.
  private var files: [ObjectIdentifier: SourceFile] = [:]
  private var loads = 0

  /// The largest file that is read, in bytes.
  private static let sizeLimit = 64 << 20

  /// Gets a document over the network; `nil` where that is not allowed.
  private let fetch: Fetch?

  /// Bytes by URL; throws ``LoadError``.
  package typealias Fetch = (_ url: String) throws -> [UInt8]

  /// - Parameter store: The files that other loaders of the run have read.
  package init(sharing store: SourceStore = SourceStore(), fetch: Fetch? = nil) {
    self.store = store
    self.fetch = fetch
  }

  /// Reads a file that the user named.
  ///
  /// - Parameter path: A path, absolute or seen from the current folder.
  /// - Throws: ``LoadError``, or ``DocumentError`` with a place in the file.
  package func load(file path: String) throws -> Node {
    if case .remote(let url) = FileReference(path) {
      return try remote(url)
    }
    guard let canonical = FilePath.canonical(path) else { throw missing(path) }
    return try document(canonical, name: path)
  }

  package func load(_ reference: String, from base: SourceText) throws -> Node {
    switch FileReference(reference, from: base.name) {
    case .path(let path, let written):
      return try load(path, asWritten: written, from: base)
    case .remote(let url):
      return try remote(url)
    case .unreadable(let scheme):
      throw LoadError(
        "'\(reference)' can't be read: '\(scheme):' URLs aren't supported",
        suggestion: "write a path that is relative to this document")
    }
  }

  private func load(_ path: String, asWritten: String, from base: SourceText) throws -> Node {
    guard !path.isEmpty else { throw LoadError("the reference is empty") }
    let name = FilePath.join(path, toFolderOf: base.name)
    if let canonical = FilePath.canonical(name) { return try document(canonical, name: name) }
    let literal = FilePath.join(asWritten, toFolderOf: base.name)
    guard let canonical = FilePath.canonical(literal) else { throw missing(name) }
    return try document(canonical, name: literal)
  }

  private func document(_ canonical: String, name: String) throws -> Node {
    try document(canonical, name: name) { try read(canonical, name: name) }
  }

  /// The document of a path or a URL.
  ///
  /// - Parameter bytes: Gets its bytes, unless it was read before.
  private func document(
    _ path: String, name: String, bytes: () throws -> [UInt8]
  ) throws -> Node {
    loads += 1
    if let known = documents[path] { return try known.get() }
    let result = Result {
      let key = SourceStore.Key(path: path, name: name)
      let file = try store.file(key) { SourceFile(name: name, bytes: try bytes()) }
      inputs.append(file)
      let root = try file.root.get()
      files[ObjectIdentifier(root.location.source)] = file
      return root
    }
    documents[path] = result
    return try result.get()
  }

  /// An index that leads into other files is made for each document: each has to tell what it has
  /// read.
  package func index(of root: Node, _ make: () -> OperationIndex) -> OperationIndex {
    guard let file = files[ObjectIdentifier(root.location.source)] else { return make() }
    return file.index.withLock { known in
      if let known { return known }
      let before = loads
      let index = make()
      if loads == before { known = index }
      return index
    }
  }

  private func read(_ canonical: String, name: String) throws -> [UInt8] {
    var status = stat()
    let type = stat(canonical, &status) == 0 ? status.st_mode & S_IFMT : 0
    guard type != S_IFDIR else {
      throw LoadError("'\(name)' is a folder, not a document", suggestion: advice(folder: name))
    }
    guard type == S_IFREG else { throw LoadError("'\(name)' is not a regular file") }
    guard status.st_size <= Self.sizeLimit else {
      throw LoadError("'\(name)' is larger than the limit of 64 MiB")
    }
    guard let bytes = FilePath.bytes(ofFile: canonical, size: Int(status.st_size)) else {
      throw LoadError("'\(name)' can't be read", suggestion: "check the file's permissions")
    }
    return bytes
  }

  private func remote(_ url: String) throws -> Node {
    if let known = documents[url] { return try known.get() }
    guard let fetch else {
      throw LoadError(
        "'\(url)' is not read: documents aren't fetched from the network by default",
        suggestion: "pass --allow-remote, or download it", cause: .remote)
    }
    return try document(url, name: url) { try fetch(url) }
  }

  /// The documents in a folder that was given as a document.
  private func advice(folder: String) -> String {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    if names.contains("arazzo-gen.yaml") {
      return "use its configuration: --config \(path)arazzo-gen.yaml"
    }
    let documents = names.filter { $0.contains(".arazzo.") }.prefix(3)
    guard !documents.isEmpty else { return "pass a file in it" }
    return "pass a file in it: " + documents.map { "'\(path)\($0)'" }.joined(separator: ", ")
  }

  private func missing(_ name: String) -> LoadError {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let file = String(name.dropFirst(folder.count))
    let inFolder = folder.isEmpty ? "." : folder
    let beside = (try? FileManager.default.contentsOfDirectory(atPath: inFolder)) ?? []
    return LoadError(
      "there is no file '\(name)'",
      suggestion: Suggestion.nearest(to: file, in: beside.sorted()).map {
        "did you mean '\(folder)\($0)'?"
      }, cause: .missingFile)
  }
}
