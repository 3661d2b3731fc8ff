/// The modules that a file imports.
///
/// Types of the runtime and of the modules in `declaring` stand in declarations: these are imported
/// with their access. An import without a level would clash with the app's own where that has one.
struct Imports {
  private var used: Set<String>
  private var declaring: Set<String>

  init(used: [String] = [], declaring: [String] = []) {
    self.used = Set(used)
    self.declaring = Set(declaring)
  }

  var modules: Set<String> { used.union(declaring) }
  var isEmpty: Bool { modules.isEmpty }

  /// Those of a file that holds what two files hold.
  func union(_ other: Imports) -> Imports {
    var union = self
    union.used.formUnion(other.used)
    union.declaring.formUnion(other.declaring)
    return union
  }

  func subtracting(_ modules: Set<String>) -> Imports {
    var rest = self
    rest.used.subtract(modules)
    rest.declaring.subtract(modules)
    return rest
  }

  /// A statement a module, in alphabetical order.
  ///
  /// - Parameter access: The level of the file's declarations with a space after it, or nothing.
  func context(access: String) -> [[String: Any]] {
    modules.sorted().map { module in
      let level = access.isEmpty || declaring.contains(module) ? access : "internal "
      return ["level": level, "module": module]
    }
  }
}
