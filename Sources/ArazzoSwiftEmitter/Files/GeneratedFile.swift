/// A file before it is printed.
struct GeneratedFile {
  /// A plain file name, as `RunAppAndPoll.swift`.
  var name: String
  /// The workflow that it is for, by its id in the plan; `nil` for what workflows share.
  var workflow: String? = nil
  var imports: Imports
  /// With a blank line between them.
  var declarations: [Layout]

  /// All of several files in one, for a build that has to know its outputs before they are written.
  static func joining(_ files: [GeneratedFile], name: String) -> GeneratedFile {
    GeneratedFile(
      name: name, imports: files.map(\.imports).reduce(Imports()) { $0.union($1) },
      declarations: files.flatMap(\.declarations))
  }

  /// The text of the file under its comment and its imports.
  func content(header: Layout) -> String {
    LayoutRenderer.render(.joined([header] + declarations, by: .blankLine)) + "\n"
  }
}

/// An enum around everything that is generated.
struct Namespace {
  let name: String
  /// With a space after it, or nothing.
  let access: String

  private var declared: String { ReservedNames.declared(name) }

  /// The file with its declarations as members of the enum.
  func extended(by file: GeneratedFile) -> GeneratedFile {
    var file = file
    file.name = "\(name)+\(file.name)"
    let members = Layout.joined(file.declarations, by: .blankLine)
    file.declarations = [.block("extension \(declared) {", [members])]
    return file
  }

  /// The file that declares it.
  func declaration(_ documentation: String) -> GeneratedFile {
    let declaration = Layout.text("\(access)nonisolated enum \(declared) {}")
    return GeneratedFile(
      name: name + ".swift", imports: Imports(),
      declarations: [.lines([.documentation(documentation), declaration])])
  }
}

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
