import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// The successful responses of a step's operation: the responses that its criteria can accept,
/// each with the media types that the step accepts.
///
/// Questions about a response (a type, `required`, a member, a header) are answered for all
/// of them.
struct SuccessResponses {
  let operation: Operation
  /// The responses; where the operation lists none that the criteria accept, those of a 2xx.
  let responses: [OperationResponse]
  /// The media types for `Accept`; empty where the step sets the header itself or there is nothing
  /// to ask for.
  let accept: [String]

  /// - Parameters:
  ///   - accepted: The step's own `Accept`: `nil` where it sets none, an empty text where it is
  ///     known only when the workflow runs.
  ///   - readsXML: Whether the step applies an XPath expression to the response.
  init(_ operation: Operation, _ criteria: [Criterion], accepted: String?, readsXML: Bool) {
    self.operation = operation
    let listed = Self.listed(operation, AcceptedStatuses(criteria))
    guard let accepted else {
      let chosen = listed.map { $0.choosing(readsXML: readsXML) }
      responses = chosen
      var seen: Set<String> = []
      accept = chosen.flatMap(\.content).map(\.name).filter { seen.insert($0).inserted }
      return
    }
    responses = listed.map { $0.offering(accepted) }
    accept = []
  }

  private static func listed(
    _ operation: Operation, _ statuses: AcceptedStatuses
  ) -> [OperationResponse] {
    let keys = operation.responses.map(\.status)
    let accepted = operation.responses.filter { statuses.accept(key: $0.status, among: keys) }
    let specific = accepted.filter { $0.status != "default" }
    // Beside responses to statuses that are accepted, `default` is what describes errors.
    if !specific.isEmpty, !statuses.areNamed { return specific }
    if !accepted.isEmpty { return accepted }
    let successes = operation.responses.filter { $0.status.hasPrefix("2") }
    return successes.isEmpty ? operation.responses.filter { $0.status == "default" } : successes
  }

  /// What the body can be, for each response and media type.
  var bodies: [Body] { responses.flatMap(\.bodies) }

  /// The representation of a body.
  enum Body {
    case json(Schema?)
    /// A stream of events, which is read as the list of them, or as its text.
    case events(Schema?)
    case text(MediaType)
    case bytes(MediaType)
    /// The description declares no body.
    case bodiless(status: String)
  }
}

extension OperationResponse {
  /// The same with the media types that are asked for where a step does not say: XML's where it
  /// asks for XML, otherwise JSON's, and all where there are none of these.
  fileprivate func choosing(readsXML: Bool) -> OperationResponse {
    let xml = readsXML ? content.filter { $0.name.isXMLMediaType } : []
    let preferred = xml.isEmpty ? content.filter(\.isJSON) : xml
    var result = self
    if !preferred.isEmpty { result.content = preferred }
    return result
  }

  /// The same with the media types that an `Accept` header admits; where it admits none of them,
  /// the ones that it names.
  fileprivate func offering(_ accept: String) -> OperationResponse {
    let ranges = accept.mediaRanges
    guard !content.isEmpty, !ranges.isEmpty else { return self }
    let named = ranges.filter { !$0.contains("*") }.map { MediaType(name: $0, schema: nil) }
    let admitted = content.filter { $0.isAdmitted(by: ranges) }
    var result = self
    result.content = admitted.isEmpty ? named : admitted
    return result
  }

  fileprivate var bodies: [SuccessResponses.Body] {
    if content.isEmpty { return [.bodiless(status: status)] }
    return content.map { media in
      if media.isJSON { return .json(media.schema) }
      if media.name.mediaType == "text/event-stream" { return .events(media.schema) }
      return media.name.isTextMediaType ? .text(media) : .bytes(media)
    }
  }
}

extension String {
  /// The media ranges of an `Accept` header, without their parameters.
  var mediaRanges: [String] { split(separator: ",").map { String($0).mediaType } }
}

extension MediaType {
  /// Whether one of the media ranges of an `Accept` header includes it.
  func isAdmitted(by ranges: [String]) -> Bool {
    ranges.contains { $0.holdsMediaType(name) || name.holdsMediaType($0) }
  }
}

extension Step {
  /// Whether a criterion or an output applies an XPath expression to the step's response.
  var readsXML: Bool {
    let selectors = outputs.compactMap(\.value.selector)
    let criteria = successCriteria + (onSuccess + onFailure).flatMap(\.criteria)
    let sources =
      selectors.filter { $0.path.language == .xpath }.map(\.source)
      + criteria.filter { $0.kind == .xpath }.map(\.source)
    return sources.contains(.response(.body(pointer: nil, dotted: false)))
  }

  /// The `Accept` header that the step or its workflow sets: empty where it is known only when the
  /// workflow runs, `nil` where there is none.
  func accept(in workflow: Workflow) -> String? {
    let parameter = (parameters + workflow.parameters).first {
      $0.place == .header && $0.name.value.lowercased() == "accept"
    }
    return parameter.map { parameter in
      guard case .success(.text(let text))? = parameter.value.text?.template else { return "" }
      return text
    }
  }
}
