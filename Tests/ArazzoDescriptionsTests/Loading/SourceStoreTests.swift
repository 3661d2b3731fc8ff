import ArazzoDocuments
import Testing

@testable import ArazzoDescriptions

@Suite("Files that documents share")
struct SourceStoreTests {
  /// Counts what is fetched; each document of this web is as long as its name.
  private final class Web: Sendable {
    let fetched = Shared<[String]>([])

    func fetch(_ url: String) throws -> [UInt8] {
      fetched.withLock { $0.append(url) }
      if url.hasSuffix("missing") { throw LoadError("404") }
      let filler = url.hasSuffix("large") ? String(repeating: "#", count: 300_000) : ""
      return Array(("# " + url + filler).utf8) + Array("\na: 1\n".utf8)
    }
  }

  private let web = Web()
  private let url = "https://a.example/a"

  private func loader(_ store: SourceStore) -> FileLoader {
    FileLoader(sharing: store, fetch: web.fetch)
  }

  @Test("are read once, and each loader tells that it read them")
  func once() throws {
    let store = SourceStore()
    let loaders = [loader(store), loader(store), loader(store)]
    let roots = try loaders.map { try $0.load(file: url) }
    #expect(web.fetched.withLock(\.self) == [url])
    #expect(roots.allSatisfy { $0.location.source === roots[0].location.source })
    #expect(loaders.allSatisfy { $0.inputs.map(\.name) == [url] })
  }

  @Test("have the digest of their bytes, also where it is made while they are parsed")
  func digest() throws {
    for url in [url, "https://a.example/large"] {
      let loader = loader(SourceStore())
      _ = try loader.load(file: url)
      #expect(loader.inputs.map(\.digest) == [SHA256.hexDigest(try web.fetch(url))])
    }
  }

  @Test("are missed once, and by each")
  func missing() {
    let store = SourceStore()
    for _ in 0..<3 {
      #expect(throws: LoadError.self) {
        try loader(store).load(file: "https://a.example/missing")
      }
    }
    #expect(web.fetched.withLock(\.count) == 1)
  }

  @Test("are let go where they are larger than the limit, the longest unused first")
  func limit() throws {
    let store = SourceStore(limit: 60)
    let names = ["a", "b", "a", "c", "a", "b"]
    for name in names { _ = try loader(store).load(file: "https://a.example/\(name)") }
    // Two of 26 bytes fit: "c" takes the place of "b".
    #expect(web.fetched.withLock { $0.compactMap(\.last) } == ["a", "b", "c", "b"])
  }
}
