import ArazzoDescriptions
import ArazzoDocuments

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
