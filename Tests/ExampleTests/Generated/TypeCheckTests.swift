import Foundation
import Testing

@Suite("Generated code", .serialized)
struct TypeCheckTests {
  @Test(
    "compiles without a warning however its package is set up",
    .enabled(if: Toolchain.modules != nil, "the folder of the built modules is not known"),
    arguments: Setting.all)
  func typeChecks(_ setting: Setting) async throws {
    let modules = try #require(Toolchain.modules)
    try await withTemporaryFolder { folder in
      var files: [String] = []
      for example in Example.all {
        let output = folder.appending(path: example.name)
        try example.generate(into: output, access: setting.access)
        files += try FileManager.default.contentsOfDirectory(atPath: output.path).map {
          output.appending(path: $0).path
        }
      }
      let report = try await Toolchain.run(
        ["swiftc"] + setting.arguments + ["-I", modules.path] + files.sorted(),
        reportingTo: folder.appending(path: "report.txt"))
      #expect(report == "")
    }
  }

  @Test(
    "compiles without a warning where every workflow can be resumed, those of one step too",
    .enabled(if: Toolchain.modules != nil, "the folder of the built modules is not known"))
  func resumable() async throws {
    let modules = try #require(Toolchain.modules)
    let setting = try #require(Setting.all.last)
    try await withTemporaryFolder { folder in
      try Example(name: "Rules").generate(into: folder, access: setting.access, "--resumable")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let report = try await Toolchain.run(
        ["swiftc"] + setting.arguments + ["-I", modules.path]
          + names.map { folder.appending(path: $0).path },
        reportingTo: folder.appending(path: "report.txt"))
      #expect(report == "")
    }
  }
}
