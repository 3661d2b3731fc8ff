import ArazzoSwiftEmitter

extension SwiftEmitter.Options {
  /// The emitter options from a document's settings.
  ///
  /// - Parameter modules: The modules whose sources can be embedded.
  init(
    _ document: CompiledDocument, embedding modules: Set<String>
  ) {
    let settings = document.work.settings
    self.init(
      access: settings.access.flatMap(AccessLevel.init)?.forEmitter ?? .internal,
      generatorVersion: CommandLineTool.version, inputHash: document.inputHash,
      singleFile: settings.singleFile)
    namespace = settings.namespace
    declaresNamespace = document.work.declaresNamespace
    imports = settings.imports ?? []
    if settings.runtime == RuntimePlace.embedded.rawValue {
      embeddedModules = modules
    }
    headerText = settings.header ?? ""
    names.workflows = settings.names.workflows.values
    names.steps = settings.names.steps.values
    names.fields = settings.names.fields.values
    polling = PollingChoice(settings.polling)
  }
}

extension PollingChoice {
  fileprivate init(_ settings: Settings.Polling) {
    self.init()
    initialDelay = settings.initialDelay
    backoffFactor = settings.backoffFactor
    maximumDelay = settings.maximumDelay
    jitter = settings.jitter
    timeLimit = settings.timeLimit
    maximumPasses = settings.maximumPasses.flatMap { Int(exactly: $0) }
  }
}
