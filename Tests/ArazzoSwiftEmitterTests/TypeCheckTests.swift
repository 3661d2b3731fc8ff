import Foundation
import Testing

@testable import ArazzoSwiftEmitter

@Suite("Emitted code compiles wherever it is put")
struct TypeCheckTests {
  struct Setting: Sendable, CustomStringConvertible {
    var access: SwiftEmitter.Options.Access
    var language: [String]
    var isolation: String
    var features: [String]

    var flags: [String] {
      language + ["-default-isolation", isolation]
        + features.flatMap { ["-enable-upcoming-feature", $0] }
    }
    var description: String { ([access.rawValue] + flags).joined(separator: " ") }

    static let all: [Setting] = {
      let features = [
        "InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny",
        "NonisolatedNonsendingByDefault",
      ]
      let languages = [
        ["-swift-version", "5", "-strict-concurrency=complete"], ["-swift-version", "6"],
      ]
      return SwiftEmitter.Options.Access.allCases.flatMap { access in
        languages.flatMap { language in
          ["nonisolated", "MainActor"].flatMap { isolation in
            [[], features].map {
              Setting(access: access, language: language, isolation: isolation, features: $0)
            }
          }
        }
      }
    }()
  }

  @Test(
    "Without a warning in both language modes, any isolation, any access, beside an app's own imports",
    .enabled(if: Tool.swiftc != nil && Tool.modules != nil, "swiftc or the module is not there"))
  func settings() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var files: [String: [String]] = [:]
    let own = try folder.write(
      """
      import ArazzoForms
      import ArazzoQueries
      import ArazzoRuntime
      import ArazzoXML

      struct Own { var client: WorkflowClient }
      """, to: "Own.swift")
    for access in SwiftEmitter.Options.Access.allCases {
      files[access.rawValue] =
        try Sample.all.flatMap { sample in
          try emitted(sample.plan, access: access).map { file in
            try folder.write(file.content, to: "\(access.rawValue)/\(file.name)")
          }
        } + [own]
    }
    let written = files
    let half = Setting.all.count / 2
    async let first = check(Setting.all.prefix(half), written)
    async let second = check(Setting.all.suffix(from: half), written)
    for (setting, output) in try await first + second where !output.isEmpty {
      Issue.record("\(setting)\n\(output)")
    }
  }

  private func check(
    _ settings: ArraySlice<Setting>, _ files: [String: [String]]
  ) async throws -> [(Setting, String)] {
    let swiftc = try #require(Tool.swiftc)
    let modules = try #require(Tool.modules)
    var results: [(Setting, String)] = []
    for setting in settings {
      let arguments =
        [
          "-emit-sil", "-wmo", "-o", "/dev/null", "-warnings-as-errors", "-package-name", "samples",
          "-module-name",
          "Samples",
        ]
        + ["-parse-as-library", "-I", modules] + setting.flags
        + (files[setting.access.rawValue] ?? [])
      results.append((setting, try await Tool.run(swiftc, arguments)))
    }
    return results
  }

  @Test(
    "As swift format would have it",
    .enabled(if: Tool.swift != nil, "the swift command is not there"))
  func format() async throws {
    let swift = try #require(Tool.swift)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var paths: [String] = []
    for access in SwiftEmitter.Options.Access.allCases {
      for sample in Sample.all where sample.isTidy {
        for file in try emitted(sample.plan, access: access) {
          let content = file.content.replacing("// swift-format-ignore-file\n", with: "")
          paths.append(try folder.write(content, to: "\(access.rawValue)/\(file.name)"))
        }
      }
    }
    // Where the document says nothing, there is no comment.
    let configuration = #"""
      {"version": 1, "lineLength": 100, "indentation": {"spaces": 2},
       "rules": {"AllPublicDeclarationsHaveDocumentation": false}}
      """#
    let output = try await Tool.run(
      swift, ["format", "lint", "--strict", "--configuration", configuration] + paths)
    #expect(output == "")
  }
}
