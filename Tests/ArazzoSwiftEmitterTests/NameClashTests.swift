import Foundation
import Testing

@testable import ArazzoSwiftEmitter

@Suite("What an app imports beside the runtime")
struct NameClashTests {
  /// Types of SwiftUI, SwiftData, Combine and Observation, and of packages that apps use with HTTP APIs.
  private static let names = """
    Alignment Anchor Angle AnyPublisher Alert Animation App Axis Bindable Binding Button Cancellable \
    Circle Color Commands Condition Context Credential Credentials Deferred Divider Edge Empty \
    Environment EnvironmentObject Event Fail Font Form Future Gesture Gradient Grid Group HTTPBody \
    HTTPClient Image Job Just Label Layout Link List Logger Menu Message Middleware Model Namespace \
    Observable ObservationRegistrar ObservedObject Path Pattern Picker Publisher Published \
    Publishers Query Record Request Response Scene Schema Section Server Servers Session Settings \
    Shape Slider Spacer State StateObject Step Stepper Subject Subscriber Subscription Table Text \
    Timestamp Toggle Transaction Transition URLSessionTransport AsyncHTTPClientTransport \
    ClientTransport View Visibility Window Workflow
    """.split(separator: " ").map(String.init)

  /// Types of Foundation and of the standard library.
  private static let own = """
    Bundle Calendar Data Date DateInterval Duration Error Host Locale Measurement<Unit> \
    Notification Operation OperationQueue Process Progress Result<Int,Error> Scanner Stream Task<Int,Error> \
    Thread Timer URL UUID Unit
    """.split(separator: " ").map(String.init)

  private static let modules = [
    "ArazzoForms", "ArazzoMCP", "ArazzoQueries", "ArazzoRuntime", "ArazzoTesting", "ArazzoXML",
  ]

  @Test(
    "keeps its names: no type of the runtime is called like one of a common module",
    .enabled(if: Tool.swiftc != nil && Tool.modules != nil, "swiftc or the module is not there"))
  func importedNames() async throws {
    try await withFolder { folder, search in
      let app = (Self.modules.map { "import \($0)" } + ["import StandIns"])
      let uses = Self.names.enumerated().map { "func use\($0)(_: \($1)) {}" }
      let report = try await compile(app + uses, in: folder, search)
      #expect(report == "")
    }
  }

  @Test(
    "keeps its names where it is Foundation",
    .enabled(if: Tool.swiftc != nil && Tool.modules != nil, "swiftc or the module is not there"))
  func foundationNames() async throws {
    try await withFolder { folder, search in
      let app = (Self.modules + ["Foundation"]).map { "import \($0)" }
      let uses = Self.own.enumerated().map { "func use\($0)(_: \($1)) {}" }
      let report = try await compile(app + uses, in: folder, search)
      #expect(report == "")
    }
  }

  @Test(
    "does not show it what only generated code calls",
    .enabled(if: Tool.swiftc != nil && Tool.modules != nil, "swiftc or the module is not there"),
    arguments: [
      "WorkflowRun", "StepRequest", "TemplateText", "LooseComparison", "RegexPattern", "JSONPath",
      "XPath", "ParameterStyle",
    ])
  func hiddenNames(_ name: String) async throws {
    try await withFolder { folder, search in
      let app = Self.modules.map { "import \($0)" } + ["func use(_: \(name)) {}"]
      let report = try await compile(app, in: folder, search)
      #expect(report.contains("error") && report.contains(name))
    }
  }

  /// Gives a folder with a module `StandIns` that declares the names.
  private func withFolder(_ body: (TemporaryFolder, [String]) async throws -> Void) async throws {
    let swiftc = try #require(Tool.swiftc)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let types = Self.names.map { "public struct \($0) {}" }.joined(separator: "\n")
    let source = try folder.write(types, to: "StandIns.swift")
    let module = URL(fileURLWithPath: source).deletingLastPathComponent()
    let report = try await Tool.run(
      swiftc,
      [
        "-emit-module", "-module-name", "StandIns", "-parse-as-library", "-o",
        module.appendingPathComponent("StandIns.swiftmodule").path, source,
      ])
    try #require(report == "")
    try await body(folder, ["-I", module.path, "-I", try #require(Tool.modules)])
  }

  private func compile(
    _ lines: [String], in folder: TemporaryFolder, _ search: [String]
  ) async throws -> String {
    let swiftc = try #require(Tool.swiftc)
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "App.swift")
    return try await Tool.run(swiftc, ["-typecheck", "-parse-as-library"] + search + [file])
  }
}
