import ArazzoCompiler

/// The file with the types of the APIs' schemas that the workflows of a document share.
struct TypesFile {
  let plan: DocumentPlan
  let names: DocumentNames
  let access: String
  let templates: TemplateSet

  /// - Returns: `nil` where there are none.
  func file() throws -> GeneratedFile? {
    let types = plan.types.filter { $0.workflow == nil }
    guard !types.isEmpty else { return nil }
    let writer = DeclarationWriter(
      declarations: types, document: names, workflow: nil, access: access, templates: templates)
    let declaration = try templates.layout(
      "types",
      [
        "access": access, "name": names.typesType,
        "documentation": Layout.documentation(
          "The types of the responses that the workflows of "
            + "`\(ReadableText.oneLine(plan.fileName))` read."),
        "declarations": Layout.joined(try writer.all(), by: .blankLine),
      ])
    return GeneratedFile(
      name: names.typesType + ".swift",
      imports: Imports(declaring: ["ArazzoRuntime"] + types.declaringModules),
      declarations: [declaration])
  }
}
