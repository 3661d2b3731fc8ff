import ArazzoDescriptions
import Foundation

/// The documents of a package, copied so that their references still resolve.
struct DocumentCopies {
  private let inputs: [SourceFile]
  /// The folder that all of them are in.
  private let root: [String]

  /// - Parameter inputs: Everything that was read; what came over the network is not copied.
  init(_ inputs: [SourceFile]) {
    self.inputs = inputs.filter { !$0.name.contains("://") }
    let folders = self.inputs.map { Array(Self.parts($0.name).dropLast()) }
    root = folders.dropFirst().reduce(folders.first ?? []) { common, folder in
      zip(common, folder).prefix { $0 == $1 }.map(\.0)
    }
  }

  var files: [(path: String, bytes: Data)] {
    inputs.map { (path(of: $0.name), Data($0.bytes)) }
  }

  /// Where a document is in the package.
  func path(of name: String) -> String {
    if name.contains("://") { return name }
    let parts = Self.parts(name)
    return (["Documents"] + parts.dropFirst(root.count)).joined(separator: "/")
  }

  private static func parts(_ path: String) -> [String] {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    return url.path.split(separator: "/").map(String.init)
  }
}
