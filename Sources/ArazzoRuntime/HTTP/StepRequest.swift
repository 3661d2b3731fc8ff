import HTTPTypes

/// The request of a step, set value by value; ``WorkflowRun/send(_:isolation:)`` sends it.
///
/// A value that is missing or `null` is left out (rule V3). Where that can't be, because it is part
/// of the path or `required`, setting it throws; the error names `expression`, where the value
/// would have come from. Setting a name again replaces its value.
public struct StepRequest: Sendable {
  let context: StepContext
  let server: Server
  let method: String
  let path: PathTemplate
  let redirects: RedirectPolicy
  /// What the operation asks for and the step does not set: alternatives, each of one or more schemes.
  public var security: [[SecurityScheme]] = []
  var pathValues: [String: [String]] = [:]
  var query: [Parameter] = []
  var headers: [Parameter] = []
  var cookies: [Parameter] = []
  var body: Body?
  var contentType: String?

  /// A parameter with its texts, more than one for an array.
  struct Parameter: Sendable {
    let name: String
    let texts: [String]
    let isSecret: Bool
  }

  /// Fills `{name}` in the path. The value is percent-encoded and stays within its segment (rule H2).
  public mutating func setPath(
    _ name: String, _ value: (any JSONRepresentable)?, from expression: String? = nil
  ) throws(WorkflowError) {
    guard path.names.contains(name) else {
      throw invalid("the path has no parameter '\(name)'")
    }
    let texts = try texts(value, .path, name, required: true, from: expression) ?? []
    guard !texts.joined().isEmpty else {
      throw invalid("the path parameter '\(name)' is empty, which would lead to another path")
    }
    guard texts != ["."], texts != [".."] else {
      throw invalid("the path parameter '\(name)' is '.' or '..', which would lead to another path")
    }
    pathValues[name] = texts
  }

  /// Sets a query parameter; an array becomes `name=a&name=b`.
  public mutating func setQuery(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let texts = try texts(value, .query, name, required: required, from: expression)
    query.removeAll { $0.name == name }
    if let texts { query.append(Parameter(name: name, texts: texts, isSecret: false)) }
  }

  /// Sets a header field; an array becomes `a,b`. A value that holds a line break is refused.
  public mutating func setHeader(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    guard HTTPField.Name(name) != nil else {
      throw invalid("'\(name)' can't be the name of a header field")
    }
    let texts = try texts(value, .header, name, required: required, from: expression)
    try checkCharacters(texts ?? [], .header, name)
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    guard let texts else { return }
    headers.append(Parameter(name: name, texts: texts, isSecret: value?.isSecret ?? false))
  }

  /// Sets a header field to a bearer token (RFC 6750).
  public mutating func setHeader(
    _ name: String, bearer token: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let texts = try texts(token, .header, name, required: required, from: expression)
    let value = texts.map { Secret("Bearer " + $0.joined(separator: ",")) }
    try setHeader(name, value)
  }

  /// Sets a cookie; all cookies travel in one `Cookie` field.
  public mutating func setCookie(
    _ name: String, _ value: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    guard HTTPField.Name(name) != nil else {
      throw invalid("'\(name)' can't be the name of a cookie")
    }
    let texts = try texts(value, .cookie, name, required: required, from: expression)
    try checkCharacters(texts ?? [], .cookie, name)
    cookies.removeAll { $0.name == name }
    if let texts { cookies.append(Parameter(name: name, texts: texts, isSecret: true)) }
  }

  /// Sets the `Accept` field.
  public mutating func accept(_ mediaTypes: String) throws(WorkflowError) {
    try setHeader("Accept", mediaTypes)
  }
}

extension StepRequest: CustomStringConvertible, CustomReflectable {
  /// Method and path template; no value (rule H8).
  public var description: String { "\(method) \(path.template)" }
  /// What `dump` shows: method and path template.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
