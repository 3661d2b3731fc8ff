import ArgumentParser

/// The value of `--source`: the file to read for a source description.
struct SourceOverride: ExpressibleByArgument, Equatable {
  let name: String
  /// As given.
  let path: String

  /// Reads `NAME=PATH`; the path may hold further `=`.
  init?(argument: String) {
    guard let split = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<split])
    path = String(argument[argument.index(after: split)...])
    if name.isEmpty || path.isEmpty { return nil }
  }
}
