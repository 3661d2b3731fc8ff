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
  var pathValues: [Parameter] = []
  var query: [Parameter] = []
  var queryString: String?
  var headers: [Parameter] = []
  var cookies: [Parameter] = []
  var body: Body?
  var contentType: String?

  /// A parameter as it is written, and the texts in it, more than one for an array.
  struct Parameter: Sendable {
    let name: String
    let written: String
    let texts: [String]
    let isSecret: Bool
  }

  /// Fills `{name}` in the path. The value is percent-encoded and stays within its segment (rule H2).
  public mutating func setPath(
    _ name: String, _ value: (any JSONRepresentable)?, style: ParameterStyle = .simple,
    explode: Bool = false, allowReserved: Bool = false, from expression: String? = nil
  ) throws(WorkflowError) {
    guard path.names.contains(name) else {
      throw invalid("the path has no parameter '\(name)'")
    }
    let writer = ParameterWriter(
      name: name, place: .path, style: style, explode: explode, allowsReserved: allowReserved)
    guard let parameter = try parameter(value, writer, required: true, from: expression),
      !parameter.written.isEmpty
    else {
      throw invalid("the path parameter '\(name)' is empty, which would lead to another path")
    }
    guard parameter.written != ".", parameter.written != ".." else {
      throw invalid("the path parameter '\(name)' is '.' or '..', which would lead to another path")
    }
    pathValues.removeAll { $0.name == name }
    pathValues.append(parameter)
  }

  /// Sets a query parameter; an array becomes `name=a&name=b` unless the style is another.
  ///
  /// - Parameter allowEmpty: Whether an empty array or object is sent as `name=`.
  public mutating func setQuery(
    _ name: String, _ value: (any JSONRepresentable)?, style: ParameterStyle = .form,
    explode: Bool = true, allowReserved: Bool = false, allowEmpty: Bool = false,
    required: Bool = false, from expression: String? = nil
  ) throws(WorkflowError) {
    let writer = ParameterWriter(
      name: name, place: .query, style: style, explode: explode, allowsReserved: allowReserved)
    var set = try parameter(value, writer, required: required, from: expression)
    if set == nil, allowEmpty, let json = value?.jsonValue, json != .null {
      set = try parameter("", writer, required: false, from: nil)
    }
    query.removeAll { $0.name == name }
    if let set { query.append(set) }
  }

  /// Sets a header field; an array becomes `a,b`. A value that holds a line break is refused.
  public mutating func setHeader(
    _ name: String, _ value: (any JSONRepresentable)?, style: ParameterStyle = .simple,
    explode: Bool = false, required: Bool = false, from expression: String? = nil
  ) throws(WorkflowError) {
    guard HTTPField.Name(name) != nil else {
      throw invalid("'\(name)' can't be the name of a header field")
    }
    let writer = ParameterWriter(name: name, place: .header, style: style, explode: explode)
    let set = try parameter(value, writer, required: required, from: expression)
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    if let set { headers.append(set) }
  }

  /// Sets a header field to a bearer token (RFC 6750).
  public mutating func setHeader(
    _ name: String, bearer token: (any JSONRepresentable)?, required: Bool = false,
    from expression: String? = nil
  ) throws(WorkflowError) {
    let writer = ParameterWriter(name: name, place: .header, style: .simple, explode: false)
    let set = try parameter(token, writer, required: required, from: expression)
    try setHeader(name, set.map { Secret("Bearer " + $0.written) })
  }

  /// Sets a cookie; all cookies travel in one `Cookie` field.
  public mutating func setCookie(
    _ name: String, _ value: (any JSONRepresentable)?, style: ParameterStyle = .form,
    explode: Bool = true, required: Bool = false, from expression: String? = nil
  ) throws(WorkflowError) {
    guard HTTPField.Name(name) != nil else {
      throw invalid("'\(name)' can't be the name of a cookie")
    }
    let writer = ParameterWriter(name: name, place: .cookie, style: style, explode: explode)
    let set = try parameter(value, writer, required: required, from: expression)
    cookies.removeAll { $0.name == name }
    if let set { cookies.append(set) }
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
