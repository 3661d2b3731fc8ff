import ArazzoDescriptions
import ArazzoDocuments
import Testing

@Suite("Documents on the network")
struct RemoteTests {
  private let web = [
    "https://a.example/apis/shop.yaml": "name: shop",
    "https://a.example/apis/parts/more.yaml": "name: more",
  ]

  private func loader() -> FileLoader {
    FileLoader { url in
      guard let text = self.web[url] else { throw LoadError("404 \(url)") }
      return Array(text.utf8)
    }
  }

  private func source(_ name: String) -> SourceText { SourceText(name: name, text: "") }

  @Test("are fetched where that is allowed, each once")
  func fetched() throws {
    let loader = loader()
    let url = "https://a.example/apis/shop.yaml"
    #expect(try loader.load(url, from: source("local.yaml"))["name"]?.string == "shop")
    #expect(try loader.load(file: url).location.source.name == url)
    #expect(loader.inputs.map(\.name) == [url])
  }

  @Test("lead to others by their own URL")
  func relative() throws {
    let base = source("https://a.example/apis/shop.yaml")
    #expect(try loader().load("parts/more.yaml", from: base)["name"]?.string == "more")
    #expect(try loader().load("../apis/shop.yaml", from: base)["name"]?.string == "shop")
  }

  @Test(
    "lead to no file of this machine",
    arguments: ["file:///etc/hosts", "FILE:///etc/hosts", "file:hosts"])
  func files(reference: String) {
    #expect(throws: LoadError.self) {
      try loader().load(reference, from: source("https://a.example/apis/shop.yaml"))
    }
  }

  @Test("are named with both ways out where nothing may be fetched")
  func refused() {
    #expect {
      try FileLoader().load("https://a.example/x.yaml", from: source("local.yaml"))
    } throws: { error in
      let advice = (error as? LoadError)?.suggestion ?? ""
      return advice == "pass --allow-remote, or download it"
    }
  }
}
