import HTTPTypes

/// A request that is ready to be sent.
struct PreparedRequest: Sendable {
  var head: HTTPRequest
  var body: StreamedBody?
  /// The fields that another origin must not see.
  let credentials: Set<HTTPField.Name>
  let redirects: RedirectPolicy
  let context: StepContext
  let sent: SentRequest
  var deadline: Deadline?
}

extension StepRequest {
  /// Writes the request out for the servers of a client.
  func prepared(for client: WorkflowClient) throws(WorkflowError) -> PreparedRequest {
    let base = try base(for: client)
    let target = base.path + (try pathAndQuery())
    guard let method = HTTPRequest.Method(method) else {
      throw invalid("'\(self.method)' can't be a method")
    }
    let body = parts?.body(boundary: client.boundary) ?? body
    if let limit = client.maximumRequestBodySize, let size = body?.content.byteCount, size > limit {
      throw invalid("the request body has \(size) bytes, more than the client's limit of \(limit)")
    }
    let (fields, credentials) = headerFields(body?.contentType)
    return PreparedRequest(
      head: HTTPRequest(
        method: method, scheme: base.scheme, authority: base.authority, path: target,
        headerFields: fields),
      body: body?.content, credentials: credentials, redirects: redirects, context: context,
      sent: SentRequest(
        url: "\(base.scheme)://\(base.authority)\(target)", method: self.method, body: body?.value,
        headers: fields,
        queries: parameters(in: .query).flatMap { item in item.texts.map { (item.name, $0) } },
        paths: values(\.texts).mapValues { $0.joined(separator: ",") }))
  }

  private func base(for client: WorkflowClient) throws(WorkflowError) -> BaseURL {
    do {
      return try client.base(of: server)
    } catch {
      throw context.error(
        .unknownServer,
        "the server of '\(server.name)' can't be used: \(error.reason); set the client's baseURL, or"
          + " its servers[\"\(server.name)\"], to an http or https URL")
    }
  }

  private func pathAndQuery() throws(WorkflowError) -> String {
    let values = values(\.written)
    if let unset = path.names.first(where: { values[$0] == nil }) {
      throw missing("the path parameter '\(unset)'", from: nil)
    }
    guard let target = path.filled(with: values) else {
      throw invalid("a segment of the path must not be '.' or '..', because that changes the path")
    }
    let parts = parameters(in: .query).map(\.written) + [queryString].compactMap(\.self)
    guard !parts.isEmpty else { return target }
    return target + (target.contains("?") ? "&" : "?") + parts.joined(separator: "&")
  }

  private func values<Value>(_ part: (Parameter) -> Value) -> [String: Value] {
    Dictionary(
      parameters(in: .path).map { ($0.name, part($0)) }, uniquingKeysWith: { $1 })
  }

  /// The header fields, and the names of those that hold credentials (rule H4).
  private func headerFields(_ contentType: String?) -> (HTTPFields, Set<HTTPField.Name>) {
    var fields = HTTPFields()
    var credentials: Set<HTTPField.Name> = [.authorization, .proxyAuthorization, .cookie]
    for header in parameters(in: .header) {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields[name] = header.written
      if header.isSecret { credentials.insert(name) }
    }
    let cookies = parameters(in: .cookie)
    if !cookies.isEmpty {
      let pairs = [fields[.cookie]].compactMap(\.self) + cookies.map(\.written)
      fields[.cookie] = pairs.joined(separator: "; ")
    }
    if let contentType, fields[.contentType] == nil || parts != nil {
      fields[.contentType] = contentType
    }
    return (fields, credentials)
  }
}
