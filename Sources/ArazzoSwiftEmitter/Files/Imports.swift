/// The import statements of a file.
enum Imports {
  /// One line a module, in alphabetical order.
  ///
  /// Types of the runtime and of the modules in `declaring` stand in declarations: these are imported
  /// with their access. An import without a level would clash with the app's own where that has one.
  ///
  /// - Parameter access: The level of the file's declarations with a space after it, or nothing.
  static func lines(
    access: String, used: [String] = [], declaring: [String] = []
  ) -> [String] {
    let declaring = Set(declaring + ["ArazzoRuntime"])
    return declaring.union(used).sorted().map { module in
      let level = access.isEmpty || declaring.contains(module) ? access : "internal "
      return "\(level)import \(module)"
    }
  }
}
