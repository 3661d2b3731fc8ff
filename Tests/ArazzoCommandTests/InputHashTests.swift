import Testing

@testable import ArazzoCommand
@testable import ArazzoDescriptions

@Suite("The hash over inputs")
struct InputHashTests {
  private func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(name: name, bytes: Array(text.utf8))
  }

  @Test("ignores folders and the order of reading, and sees every byte")
  func inputs() {
    let main = file("/a/main.yaml", "x")
    let first = file("/a/one.yaml", "1")
    let second = file("two.yaml", "2")
    let hash = InputHash.of([main, first, second])
    #expect(hash == InputHash.of([file("main.yaml", "x"), second, first]))
    #expect(hash != InputHash.of([main, first, file("two.yaml", "3")]))
    #expect(hash != InputHash.of([main, first, file("three.yaml", "2")]))
    #expect(hash != InputHash.of([first, main, second]))
  }
}
