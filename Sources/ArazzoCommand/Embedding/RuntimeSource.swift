/// A source file of a module that generated code imports.
package struct RuntimeSource: Sendable {
  /// The module, as `ArazzoRuntime`.
  let module: String
  /// The file's name, as `WorkflowClient.swift`.
  let name: String
  let text: String

  package init(module: String, name: String, text: String) {
    (self.module, self.name, self.text) = (module, name, text)
  }

  /// What this build of the tool can put beside generated code: the one that the plugins run carries
  /// nothing.
  @TaskLocal package static var all: [RuntimeSource] = []
}
