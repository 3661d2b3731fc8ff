import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// `$request…`: what a step sends is known when the code is generated.
extension ValueCompiler {
  /// Warns about a header, a query or a path parameter that the step does not send: nothing can be
  /// there.
  func checkSent(_ part: RuntimeExpression.MessagePart, _ place: ExpressionPlace) {
    guard case .response(let id) = moment, let step = scope.step(id),
      case .operation(let found)? = scope.targets[id]
    else { return }
    let parameters = step.parameters + scope.workflow.parameters
    let (kind, name, isSent): (String, String, Bool) =
      switch part {
      case .header(let name): ("header", name, sends(header: name, step, parameters, found))
      case .query(let name):
        (
          "query parameter", name,
          found.operation.path.contains("?")
            || parameters.contains { $0.place == .querystring || $0.isSent(.query, name) }
        )
      case .path(let name):
        ("path parameter", name, parameters.contains { $0.isSent(.path, name) })
      case .body(let pointer, _):
        ("body", pointer?.fragment ?? "", step.requestBody != nil)
      }
    guard !isSent else { return }
    let what = kind == "body" ? kind : "\(kind) \(name.quotedForMessage)"
    diagnostics.warning(
      "\(place.written.quotedForMessage) has no value: step '\(id)' sends no \(what)",
      at: place.location)
  }

  private func sends(
    header name: String, _ step: Step, _ parameters: [Parameter], _ found: FoundOperation
  ) -> Bool {
    let name = name.lowercased()
    if name == "content-type" {
      return step.requestBody != nil || parameters.contains { $0.isSent(.header, name) }
    }
    return ofTheTransport.contains(name) || found.fillsHeader(name)
      || parameters.contains { $0.isSent(.header, name) }
  }
}

/// Headers that a request has without a word of its step.
private let ofTheTransport: Set<String> = [
  "accept", "accept-encoding", "accept-language", "authorization", "connection", "content-length",
  "cookie", "host", "transfer-encoding", "user-agent",
]

extension Parameter {
  fileprivate func isSent(_ place: Parameter.Place, _ name: String) -> Bool {
    self.place == place && self.name.value.lowercased() == name.lowercased()
  }
}
