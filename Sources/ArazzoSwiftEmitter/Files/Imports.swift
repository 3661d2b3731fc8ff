/// The import statements of a file.
enum Imports {
  /// One line a module, in alphabetical order.
  ///
  /// Types of the runtime and of Foundation stand in declarations: these are imported with their
  /// access. An
  /// import without a level would clash with the app's own where that has one.
  ///
  /// - Parameter access: The level of the file's declarations with a space after it, or nothing.
  static func lines(access: String, _ modules: [String] = []) -> [String] {
    (modules + ["ArazzoRuntime"]).sorted().map { module in
      let level =
        access.isEmpty || ["ArazzoRuntime", "Foundation"].contains(module) ? access : "internal "
      return "\(level)import \(module)"
    }
  }
}
