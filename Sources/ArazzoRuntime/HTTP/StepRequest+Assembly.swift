import HTTPTypes

/// A request that is ready to be sent.
final class PreparedRequest: Sendable {
  let head: HTTPRequest
  let body: StreamedBody?
  /// The fields that another origin must not see.
  let credentials: [HTTPField.Name]
  let redirects: RedirectPolicy
  let context: StepContext
  let sent: SentRequest
  let deadline: Deadline?

  /// The fields that always hold credentials.
  static let credentials: [HTTPField.Name] = [.authorization, .proxyAuthorization, .cookie]

  init(
    _ head: HTTPRequest, body: StreamedBody?, credentials: [HTTPField.Name],
    redirects: RedirectPolicy, context: StepContext, sent: SentRequest, deadline: Deadline?
  ) {
    (self.head, self.body, self.credentials) = (head, body, credentials)
    (self.redirects, self.context, self.sent) = (redirects, context, sent)
    self.deadline = deadline
  }
}

extension StepRequest {
  /// Writes the request out for the servers of a client.
  func prepared(
    for client: WorkflowClient, until deadline: Deadline? = nil
  ) throws(WorkflowError) -> PreparedRequest {
    try check()
    let base = try base(for: client)
    let target = try target(on: base)
    guard let method = HTTPRequest.Method(call.method) else {
      throw invalid("'\(call.method)' can't be a method")
    }
    let body = parts?.body(boundary: client.boundary) ?? body
    if let limit = client.maximumRequestBodySize, let size = body?.content.byteCount, size > limit {
      throw invalid("the request body has \(size) bytes, more than the client's limit of \(limit)")
    }
    let (fields, credentials) = headerFields(body?.contentType)
    return PreparedRequest(
      HTTPRequest(
        method: method, scheme: base.scheme, authority: base.authority, path: target,
        headerFields: fields),
      body: body?.content, credentials: credentials, redirects: redirects, context: context,
      sent: SentRequest(
        base: base, target: target, method: call.method, body: body?.value, headers: fields,
        parameters: parameters),
      deadline: deadline)
  }

  private func base(for client: WorkflowClient) throws(WorkflowError) -> BaseURL {
    do {
      return try client.settings.base(of: call.server)
    } catch {
      throw context.error(
        .unknownServer,
        "the server of '\(call.server.name)' can't be used: \(error.reason); set the client's baseURL, or"
          + " its servers[\"\(call.server.name)\"], to an http or https URL")
    }
  }

  private func target(on base: BaseURL) throws(WorkflowError) -> String {
    var target: String
    do throws(PathTemplate.Fault) {
      target = try call.path.filled(after: base.path, with: parameters)
    } catch {
      switch error {
      case .unset(let name): throw missing("the path parameter '\(name)'", from: nil)
      case .climbing:
        throw invalid(
          "a segment of the path must not be '.' or '..', because that changes the path")
      }
    }
    var sign = target.hasByte { $0 == UInt8(ascii: "?") } ? "&" : "?"
    for parameter in parameters where parameter.place == .query {
      target += sign
      target += parameter.written
      sign = "&"
    }
    if let queryString { target += sign + queryString }
    return target
  }

  /// The header fields, and the names of those that hold credentials (rule H4).
  private func headerFields(_ contentType: String?) -> (HTTPFields, [HTTPField.Name]) {
    var fields = HTTPFields()
    fields.reserveCapacity(parameters.count + 1)
    var credentials = PreparedRequest.credentials
    var cookies: [String] = []
    for parameter in parameters {
      if parameter.place == .cookie { cookies.append(parameter.written) }
      guard let name = parameter.field else { continue }
      // No other parameter has the name; the cookies of a field are taken apart.
      if name == .cookie {
        fields[name] = parameter.written
      } else {
        fields.append(HTTPField(name: name, value: parameter.written))
      }
      if parameter.isSecret, !credentials.contains(name) { credentials.append(name) }
    }
    if !cookies.isEmpty {
      let pairs = [fields[.cookie]].compactMap(\.self) + cookies
      fields[.cookie] = pairs.joined(separator: "; ")
    }
    if let contentType, parts != nil || !fields.contains(.contentType) {
      fields[.contentType] = contentType
    }
    return (fields, credentials)
  }
}
