import ArazzoCommand

/// The sources of the modules that generated code imports, as they were when the tool was built.
package enum RuntimeSources {
  /// Every file, module by module, each after those that it imports.
  package static var all: [RuntimeSource] {
    EmbeddedFiles.all.map { RuntimeSource(module: $0.module, name: $0.name, text: $0.text) }
  }
}
