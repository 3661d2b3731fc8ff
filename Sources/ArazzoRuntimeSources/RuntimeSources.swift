/// The sources of the modules that generated code imports, as they were when the tool was built.
package enum RuntimeSources {
  /// A source file of a module.
  package struct File: Sendable {
    /// The module, as `ArazzoRuntime`.
    package let module: String
    /// The file's name, as `WorkflowClient.swift`.
    package let name: String
    package let text: String
  }

  /// Every file, module by module, each after those that it imports.
  package static var all: [File] {
    EmbeddedFiles.all.map { File(module: $0.module, name: $0.name, text: $0.text) }
  }
}
