import ArazzoDescriptions
import ArazzoDocuments

extension SourceCatalog {
  /// What shows that a step works on a channel of an AsyncAPI description; `nil` where it does not.
  func asynchronousPlace(of step: Step) -> Location? {
    switch step.target {
    case .channelPath(let path): path.location
    case .operationID(let id) where names(id.value, source: .asyncapi): id.location
    case .operationPath(let path) where names(path.value, source: .asyncapi): path.location
    case .operationID(let id)
    where step.channelAction != nil && !names(id.value, source: .openapi) && hasChannels:
      step.channelAction?.location
    default: nil
    }
  }

  private var hasChannels: Bool { all.contains { $0.kind == .asyncapi } }

  /// Whether a reference to an operation names a source of this kind.
  private func names(_ reference: String, source kind: SourceDescription.Kind) -> Bool {
    all.contains { source in
      guard source.kind == kind else { return false }
      let start = "$sourceDescriptions.\(source.name.value)"
      return ["\(start).", "{\(start).", "\(start)#"].contains { reference.hasPrefix($0) }
    }
  }
}
