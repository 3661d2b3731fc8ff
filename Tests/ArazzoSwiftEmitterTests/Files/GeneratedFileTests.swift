import Testing

@testable import ArazzoCompiler
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

@Suite("Documents that are larger than anybody writes")
struct LargePlanTests {
  @Test("Thousands of actions of steps that share them are written one after the other")
  func actions() throws {
    let endings = (0..<4_000).map { EndingPlan.failure("f\($0)") }
    let actions = endings.map { ending in
      ActionPlan(
        ending.name, when: CriterionPlan("$statusCode == 400", .isSuccessStatus),
        then: .end(ending, outputs: []))
    }
    let steps = ["a", "b", "c"].map { id in
      StepPlan(
        id, call: .request("GET", "/x"), otherwise: .end(.completed, outputs: []),
        onFailure: actions)
    }
    let plan = DocumentPlan(
      fileName: "large.arazzo.yaml", title: "Large", servers: [.api],
      workflows: [WorkflowPlan("large", endings: [.completed] + endings, steps: steps)])
    let code = try #require(try emitted(plan).first { $0.name == "Large.swift" }).content
    #expect(plan.workflows[0].sharedFailures.map(\.actions.count) == [4_000])
    #expect(code.matches(of: #/// f\d+: /#).count == 4_000)
  }
}
