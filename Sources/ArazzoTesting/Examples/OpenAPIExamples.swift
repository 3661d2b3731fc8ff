import ArazzoRuntime
import HTTPTypes

/// Finds operations and the examples of their responses in an OpenAPI description.
struct OpenAPIExamples: Sendable {
  let document: JSONValue

  /// The operation for a request: of several path templates that fit, the one with the fewest
  /// parameters. A path prefix that a server gives may stand before the template.
  func operation(_ method: String, _ path: String) -> JSONValue? {
    guard case .object(let paths)? = document["paths"] else { return nil }
    let segments = Self.segments(path)
    let fitting = paths.filter { template, item in
      resolved(item)?[method.lowercased()] != nil
        && Self.fits(Self.segments(template), segments)
    }
    let best = fitting.min { left, right in
      Self.rank(Self.segments(left.name)) < Self.rank(Self.segments(right.name))
    }
    return best.flatMap { resolved($0.value)?[method.lowercased()] }
  }

  /// The response with its example.
  ///
  /// - Parameter status: The status that is wanted of an operation.
  func response(of operation: JSONValue, status: (String) -> Int?) -> HTTPTransportResponse {
    let wanted = operation["operationId"].flatMap { status($0.text) }
    let declared = responses(of: operation)
    let chosen =
      wanted.flatMap { wanted in declared.first { $0.status == wanted } }
      ?? declared.first { (200...299).contains($0.status) } ?? declared.first
    var head = HTTPResponse(status: .init(code: wanted ?? chosen?.status ?? 200))
    guard let (type, body) = chosen.flatMap({ content(of: $0.value) }) else {
      return HTTPTransportResponse(head)
    }
    head.headerFields[.contentType] = type
    return HTTPTransportResponse(head, body: Array(body.utf8))
  }

  // MARK: paths

  private static func segments(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: true)
  }

  private static func fits(_ template: [Substring], _ path: [Substring]) -> Bool {
    template.count <= path.count
      && zip(template, path.suffix(template.count)).allSatisfy { template, segment in
        template.contains("{") || template == segment
      }
  }

  /// Longer templates first, then those with fewer parameters.
  private static func rank(_ template: [Substring]) -> Int {
    template.count { $0.contains("{") } - 100 * template.count
  }

  // MARK: responses

  private func responses(of operation: JSONValue) -> [(status: Int, value: JSONValue)] {
    guard case .object(let responses)? = operation["responses"] else { return [] }
    return responses.compactMap { name, value in
      let status = Int(name) ?? (name == "default" ? 500 : Int(name.prefix(1) + "00"))
      return status.flatMap { status in resolved(value).map { (status, $0) } }
    }.sorted { $0.status < $1.status }
  }

  private func content(of response: JSONValue) -> (type: String, body: String)? {
    if case .object(let content)? = response["content"] {
      let media = content.first { $0.name.contains("json") } ?? content.first
      return media.map {
        (Self.concrete($0.name), text(of: $0.value, isJSON: $0.name.contains("json")))
      }
    }
    if case .object(let examples)? = response["examples"], let example = examples.first {
      return (example.name, example.value.description)
    }
    return response["schema"].map { ("application/json", sample($0).description) }
  }

  private static func concrete(_ type: String) -> String {
    type.contains("*") ? "application/json" : type
  }

  private func text(of media: JSONValue, isJSON: Bool) -> String {
    let value = example(in: media) ?? media["schema"].map { sample($0) } ?? .null
    return isJSON ? value.description : value.text
  }

  private func example(in media: JSONValue) -> JSONValue? {
    if let example = media["example"] { return example }
    guard case .object(let examples)? = media["examples"] else { return nil }
    return examples.lazy.compactMap { resolved($0.value)?["value"] }.first
  }

  private func sample(_ schema: JSONValue) -> JSONValue {
    SchemaSample(examples: self).value(of: schema, depth: 0)
  }

  /// What a `$ref` inside the document leads to; bounded, for a chain may lead nowhere.
  func resolved(_ value: JSONValue) -> JSONValue? {
    var value = value
    for _ in 0..<20 {
      guard let reference = value["$ref"]?.text else { return value }
      guard reference.hasPrefix("#/") else { return nil }
      var target: JSONValue? = document
      for token in reference.dropFirst(2).split(separator: "/") {
        let name = token.replacing("~1", with: "/").replacing("~0", with: "~")
        target = target?[String(name)]
      }
      guard let target else { return nil }
      value = target
    }
    return nil
  }
}
