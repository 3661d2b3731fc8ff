import Testing

@testable import ArazzoSwiftEmitter

@Suite("Files before they are printed")
struct GeneratedFileTests {
  private let runtime = Imports(declaring: ["ArazzoRuntime"])

  @Test("One file for several imports a module once, with the level that one of them needs")
  func imports() {
    let one = GeneratedFile(
      name: "One.swift", imports: runtime.union(Imports(used: ["ArazzoForms", "Z"])),
      declarations: ["one"])
    let two = GeneratedFile(
      name: "Two.swift", imports: runtime.union(Imports(declaring: ["ArazzoForms"])),
      declarations: ["two"])
    let file = GeneratedFile.joining([one, two], name: "All.swift")
    #expect(
      file.imports.lines(access: "public ") == [
        "@_spi(Generated) public import ArazzoForms",
        "@_spi(Generated) public import ArazzoRuntime", "import Z",
      ])
    #expect(
      runtime.union(Imports(used: ["Z"])).lines(access: "package ") == [
        "import Z", "", "#if hasFeature(InternalImportsByDefault)",
        "  @_spi(Generated) package import ArazzoRuntime", "#else",
        "  @_spi(Generated) import ArazzoRuntime", "#endif",
      ])
    #expect(file.content(header: "// A") == "// A\n\none\n\ntwo\n")
  }

  @Test("A namespace has the declarations inside, and is declared in a file without imports")
  func namespace() {
    let namespace = Namespace(name: "Api", access: "public ")
    let file = namespace.extended(
      by: GeneratedFile(name: "One.swift", imports: runtime, declarations: ["one", "two"]))
    #expect(file.name == "Api+One.swift")
    #expect(file.content(header: "//") == "//\n\nextension Api {\n  one\n\n  two\n}\n")
    let declaration = namespace.declaration("All.")
    #expect(declaration.imports.isEmpty)
    #expect(
      declaration.content(header: "//") == "//\n\n/// All.\npublic nonisolated enum Api {}\n")
  }
}
