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
/// Types of the modules in `declaring` stand in declarations, so these are imported with the access
/// of the declarations. All others are imported without a level, as an app imports modules: unless
/// imports are internal by default, the compiler refuses an import without a level beside one of the
/// same module that is `internal` or `package`.
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

  /// The lines that import the modules, in alphabetical order.
  ///
  /// - Parameter access: The level of the file's declarations with a space after it, or nothing.
  func lines(access: String) -> [String] {
    let isForPackage = access == "package "
    let conditional = isForPackage ? declaring.sorted() : []
    let plain = modules.subtracting(conditional).sorted().map { module in
      Self.statement(module, level: declaring.contains(module) ? access : "")
    }
    guard !conditional.isEmpty else { return plain }
    return plain + (plain.isEmpty ? [] : [""])
      + ["#if hasFeature(InternalImportsByDefault)"]
      + conditional.map { "  " + Self.statement($0, level: access) }
      + ["#else"] + conditional.map { "  " + Self.statement($0, level: "") } + ["#endif"]
  }

  /// Modules that have an interface for generated code.
  private static let runtime: Set<String> = [
    "ArazzoForms", "ArazzoMCP", "ArazzoQueries", "ArazzoRuntime", "ArazzoXML",
  ]

  private static func statement(_ module: String, level: String) -> String {
    (runtime.contains(module) ? "@_spi(Generated) " : "") + "\(level)import \(module)"
  }
}
