import Foundation
import Testing

@Suite(
  "Generated code", .serialized,
  .enabled(if: Toolchain.modules != nil, "the folder of the built modules is not known"))
struct TypeCheckTests {
  @Test("compiles without a warning however its package is set up")
  func typeChecks() async throws {
    try await withTemporaryFolder { folder in
      let accesses = Set(Setting.all.map(\.access))
      let files = try Dictionary(
        uniqueKeysWithValues: accesses.map { access in
          (access, try generated(Example.all, into: folder, access: access))
        })
      // Two compilers at a time, each of which reads all files once.
      let half = Setting.all.count / 2
      async let first = reports(Setting.all.prefix(half), files, folder.appending(path: "1.txt"))
      async let second = reports(
        Setting.all.suffix(from: half), files, folder.appending(path: "2.txt"))
      for (setting, report) in try await first + second {
        #expect(report == "", "\(setting.testDescription)")
      }
    }
  }

  @Test("compiles without a warning where every workflow can be resumed and is a tool")
  func resumable() async throws {
    let setting = try #require(Setting.all.last)
    try await withTemporaryFolder { folder in
      let files = try generated(
        [Example(name: "Rules")], into: folder, access: setting.access, "--resumable", "--mcp")
      let report = folder.appending(path: "report.txt")
      #expect(try await Toolchain.typeCheck(files, setting, reportingTo: report) == "")
    }
  }

  /// The paths of what is written for examples, each in a folder of its own.
  private func generated(
    _ examples: [Example], into folder: URL, access: String, _ options: String...
  ) throws -> [String] {
    try examples.flatMap { example in
      let output = folder.appending(path: access).appending(path: example.name)
      try example.generate(into: output, access: access, options)
      return try FileManager.default.contentsOfDirectory(atPath: output.path).sorted().map {
        output.appending(path: $0).path
      }
    }
  }

  private func reports(
    _ settings: ArraySlice<Setting>, _ files: [String: [String]], _ report: URL
  ) async throws -> [(Setting, String)] {
    var reports: [(Setting, String)] = []
    for setting in settings {
      let said = try await Toolchain.typeCheck(
        files[setting.access] ?? [], setting, reportingTo: report)
      reports.append((setting, said))
    }
    return reports
  }
}
