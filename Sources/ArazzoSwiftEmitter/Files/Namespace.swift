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
