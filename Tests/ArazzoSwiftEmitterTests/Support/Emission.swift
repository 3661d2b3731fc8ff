import ArazzoCompiler

@testable import ArazzoSwiftEmitter

/// What the emitter makes of a plan.
func emitted(
  _ plan: DocumentPlan, access: SwiftEmitter.Options.Access = .public,
  templates: [String: String] = [:]
) throws -> [SwiftEmitter.File] {
  let options = SwiftEmitter.Options(
    access: access, generatorVersion: "0.1.0", inputHash: "0123456789abcdef")
  return try SwiftEmitter(options: options, templates: TemplateSet(replacing: templates))
    .emit(plan)
}
