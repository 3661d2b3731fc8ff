import Testing

@testable import ArazzoCommand

@Suite("The command line")
struct UsageTests {
  @Test("Without arguments it says in ten lines what it does and what to type")
  func noArguments() {
    let outcome = CommandLineTool.run([])
    #expect(outcome.status == .usage && outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n", omittingEmptySubsequences: false).count <= 11)
    #expect(outcome.errors.contains("arazzo-gen checkout.arazzo.yaml -o "))
  }

  @Test("--help has examples and every option, on standard output")
  func help() {
    let outcome = CommandLineTool.run(["--help"])
    #expect(outcome.status == .success && outcome.errors.isEmpty)
    for option in [
      "EXAMPLES", "USAGE: arazzo-gen generate ", "-o,", "--access", "--source", "--strict",
      "--keep-going", "--print-plan",
      "--templates", "--version",
    ] {
      #expect(outcome.output.contains(option), "\(option) is missing")
    }
  }

  @Test("--version says the version and nothing else")
  func version() {
    let outcome = CommandLineTool.run(["--version"])
    #expect(outcome.status == .success && outcome.output == "0.1.0\n")
  }

  @Test(
    "Arguments that make no sense end with 64 and say what is wrong",
    arguments: [
      (["a.yaml"], "-o DIR"),
      (
        ["frobnicate"],
        "There is neither a command nor a document 'frobnicate'. The commands are generate, "
      ),
      (["validat", "a.yaml"], "'validat' (did you mean 'validate'?)."),
      (["-o", "out"], "document"),
      (["a.yaml", "-o", ""], "empty"),
      (["a.yaml", "-o", "out", "--acess", "public"], "--access"),
      (["a.yaml", "-o", "out", "--access", "open"], "package"),
      (["a.yaml", "-o", "out", "--source", "api"], "name=path"),
      (["a.yaml", "-o", "out", "--source", "a=1", "--source", "a=2"], "twice"),
    ])
  func usage(arguments: [String], said: String) {
    let outcome = CommandLineTool.run(arguments)
    #expect(outcome.status == .usage && outcome.output.isEmpty)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }
}
