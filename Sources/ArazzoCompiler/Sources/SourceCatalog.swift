import ArazzoDescriptions
import ArazzoDocuments

/// The source descriptions of one Arazzo document, each loaded when a step first needs it.
///
/// A class: what is loaded for one step is kept for all workflows.
final class SourceCatalog {
  private let description: ArazzoDescription
  private let loader: any DocumentLoading
  private let diagnostics: Diagnostics
  private var loaded: [String: OpenAPIDescription?] = [:]

  /// The catalog of the document that is being compiled, where this is another one's.
  private let main: SourceCatalog?

  init(
    _ description: ArazzoDescription, loader: any DocumentLoading, diagnostics: Diagnostics,
    seenFrom main: SourceCatalog? = nil
  ) {
    self.description = description
    self.main = main
    self.loader = loader
    self.diagnostics = diagnostics
  }

  /// Whether there are sources that could not be read: what names them is no further mistake.
  var hasUnreadSources: Bool { description.hasUnreadSources }

  var all: [SourceDescription] { description.sourceDescriptions }

  func source(named name: String) -> SourceDescription? {
    description.sourceDescriptions.first { $0.name.value == name }
  }

  /// The sources that are, or may be, OpenAPI descriptions.
  var openAPISources: [SourceDescription] {
    description.sourceDescriptions.filter { $0.kind == nil || $0.kind == .openapi }
  }

  /// Loads a source; a failure is reported once, at the source's `url`.
  ///
  /// - Returns: `nil` where it couldn't be loaded.
  func openAPI(_ source: SourceDescription) -> OpenAPIDescription? {
    if let known = loaded[source.name.value] { return known }
    let result = load(source)
    loaded[source.name.value] = .some(result)
    return result
  }

  /// The name of a source among the servers of the plan: its own, unless the document that is being
  /// compiled calls another source so.
  func serverName(_ source: SourceDescription) -> String {
    let name = source.name.value
    guard let main, let other = main.source(named: name) else { return name }
    let roots = [try? description.load(source, with: loader), main.root(other)]
    guard let first = roots[0], let second = roots[1] else { return name }
    if first.location.source === second.location.source { return name }
    let file = description.root.location.source.name.split(separator: "/").last ?? ""
    return "\(file.prefix { $0 != "." }).\(name)"
  }

  private func root(_ source: SourceDescription) -> Node? {
    try? description.load(source, with: loader)
  }

  private func load(_ source: SourceDescription) -> OpenAPIDescription? {
    diagnostics.reading(source) {
      try OpenAPIDescription.read(description.load(source, with: loader), loader: loader)
    }
  }
}

extension Diagnostics {
  /// What a source is read as; a failure is reported at the source's `url`, and gives `nil`.
  func reading<Description>(
    _ source: SourceDescription, _ read: () throws -> Description
  ) -> Description? {
    do {
      return try read()
    } catch let error as LoadError {
      report(error, source)
    } catch let error as DocumentError {
      add(error.diagnostic)
    } catch {
      self.error("source '\(source.name.value)': \(error)", at: source.url.location)
    }
    return nil
  }
}

extension Diagnostics {
  fileprivate func report(_ error: LoadError, _ source: SourceDescription) {
    let name = source.name.value
    switch error.cause {
    case .remote:
      self.error(
        "source '\(name)' is at \(source.url.value.quotedForMessage), and documents aren't fetched "
          + "from the network by default", at: source.url.location,
        suggestion: "pass --allow-remote, or download it and pass \(source.option)")
    case .missingFile:
      self.error(
        "source '\(name)': \(error.message)", at: source.url.location,
        suggestion: error.suggestion ?? "if the file is elsewhere, pass its path: \(source.option)")
    case .other:
      self.error(
        "source '\(name)': \(error.message)", at: source.url.location,
        suggestion: error.suggestion)
    }
  }
}

extension SourceDescription {
  /// The option of the command that reads the source from a file of the same name.
  fileprivate var option: String {
    let path = url.value.prefix { $0 != "?" && $0 != "#" }
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    let isFile = file.contains(".") && !file.hasPrefix(".")
    let text = "\(name.value)=\(isFile ? file : "\(name.value).yaml")"
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "._-=".contains($0) }
    return "--source " + (isPlain ? text : "'" + text.escaped { $0 == "'" ? "'\\''" : nil } + "'")
  }
}

extension SourceCatalog {
  /// What shows that a step works on a channel of an AsyncAPI description; `nil` where it does not.
  func asynchronousPlace(of step: Step) -> Location? {
    switch step.target {
    case .channelPath(let path): path.location
    case .operationID(let id) where names(id, source: .asyncapi): id.location
    case .operationPath(let path) where names(path, source: .asyncapi): path.location
    case .operationID(let id)
    where step.channelAction != nil && !names(id, source: .openapi) && hasChannels:
      step.channelAction?.location
    default: nil
    }
  }

  private var hasChannels: Bool { all.contains { $0.kind == .asyncapi } }

  /// Whether a reference to an operation names a source of this kind.
  private func names(
    _ reference: OperationReference, source kind: SourceDescription.Kind
  ) -> Bool {
    switch reference.form {
    case .id(.qualified(let rest)): all.qualifying(rest)?.source.kind == kind
    case .location(let location) where location.isQualified:
      source(named: location.source)?.kind == kind
    default: false
    }
  }
}

extension WorkflowCompiler {
  /// Whether a step works on a channel of an AsyncAPI description, which is reported (rule D2).
  func isOnChannel(_ step: Step) -> Bool {
    guard let place = catalog.asynchronousPlace(of: step) else {
      warnAboutAction(of: step)
      return false
    }
    diagnostics.error(
      "step '\(step.id.value)' uses a channel of an AsyncAPI description, which isn't "
        + "supported", at: place,
      suggestion: "steps can call operations of OpenAPI descriptions and other workflows")
    return true
  }

  private func warnAboutAction(of step: Step) {
    guard let action = step.channelAction else { return }
    diagnostics.warning(
      "step '\(step.id.value)': 'action' has no effect for an operation of an OpenAPI "
        + "description", at: action.location)
  }
}
