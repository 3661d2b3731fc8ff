import HTTPTypes

extension StepRequest {
  /// The value of a parameter. What makes it is inlined into generated code, where the type is known.
  @usableFromInline
  package struct Argument {
    /// `null` if there is no value.
    @usableFromInline let json: JSONValue
    @usableFromInline let isSecret: Bool

    @usableFromInline
    init(json: JSONValue, isSecret: Bool) { (self.json, self.isSecret) = (json, isSecret) }

    @inlinable
    package init<Value: JSONRepresentable>(_ value: Value?) {
      self.init(json: value?.jsonValue ?? .null, isSecret: value?.isSecret ?? false)
    }
  }

  /// Sets a parameter in the default style of its place, or as `write` has it.
  @usableFromInline
  package func set(
    _ name: String, in place: ParameterPlace, to value: Argument,
    required: Bool = false, from expression: String? = nil, as write: ParameterWriting? = nil
  ) {
    attempt { () throws(WorkflowError) in
      try put(name, in: place, value, required: required, from: expression, as: write)
    }
  }

  @usableFromInline
  func setBearer(_ name: String, _ token: Argument, _ required: Bool, _ expression: String?) {
    set(
      name, in: .header, to: Argument(json: token.json, isSecret: true), required: required,
      from: expression, as: ParameterWriter.bearer)
  }

  private func put(
    _ name: String, in place: ParameterPlace, _ value: Argument,
    required: Bool, from expression: String?, as write: ParameterWriting?
  ) throws(WorkflowError) {
    var write = write
    var field: HTTPField.Name?
    switch place {
    case .path:
      guard let placeholder = call.path.placeholder(name) else {
        throw invalid("the path has no parameter '\(name)'")
      }
      write = write ?? placeholder.writer?.written
    case .header: field = try fieldName(name)
    case .cookie where HTTPField.Name(name) == nil:
      throw invalid("'\(name)' can't be the name of a cookie")
    case .query, .cookie: break
    }
    let parameter = try parameter(
      name, in: place, value, required: required, from: expression, field: field, as: write)
    if place == .path, parameter?.written.isNoSegment ?? true {
      throw invalid(
        "the path parameter '\(name)' must not be empty, '.' or '..', because that changes the path"
      )
    }
    if names.mayContain(name, place) { remove(name, place, field) }
    guard let parameter else { return }
    parameters.append(parameter)
    names.insert(name, place)
  }

  private func remove(_ name: String, _ place: ParameterPlace, _ field: HTTPField.Name?) {
    let earlier = parameters.firstIndex {
      $0.place == place && (field == nil ? $0.name == name : $0.field == field)
    }
    if let earlier { parameters.remove(at: earlier) }
  }

  /// The text of a value with its name where the style has it; `nil` where there is nothing to write.
  @usableFromInline
  package typealias ParameterWriting =
    @Sendable (JSONValue) throws(ParameterWriter.Refusal) -> String?

  /// The parameter as it is written; `nil` where there is nothing to send.
  func parameter(
    _ name: String, in place: ParameterPlace, _ value: Argument, required: Bool,
    from expression: String?, field: HTTPField.Name? = nil, as write: ParameterWriting? = nil
  ) throws(WorkflowError) -> Parameter? {
    let json = value.json
    // Only where it is needed: a case is named by reflection, which takes as long as all the rest.
    var what: String { "the \(place) parameter '\(name)'" }
    if required, json == .null { throw missing(what, from: expression) }
    do throws(ParameterWriter.Refusal) {
      let written =
        if let write { try write(json) } else {
          try ParameterWriter.written(json, name, in: place)
        }
      guard let written else { return nil }
      return Parameter(
        name: name, place: place, written: written, value: json,
        isSecret: place == .cookie || value.isSecret, field: field)
    } catch {
      throw invalid("\(what) \(error.reason)")
    }
  }

  /// Refuses a name that no header field can have, and those that only the transport sets (rule H2).
  private func fieldName(_ name: String) throws(WorkflowError) -> HTTPField.Name {
    switch name {
    case "Authorization": return .authorization
    case "Accept": return .accept
    case "Content-Type": return .contentType
    default: break
    }
    guard let field = HTTPField.Name(name) else {
      throw invalid("'\(name)' can't be the name of a header field")
    }
    if FramingFields.contains(canonical: field.canonicalName) {
      throw invalid("the header field '\(name)' can't be set, because the transport sets it")
    }
    return field
  }

  /// Refuses what would end a header field and begin another (rule H2).
  package func checkHeader(_ name: String, _ value: String) throws(WorkflowError) {
    _ = try fieldName(name)
    do throws(ParameterWriter.Refusal) {
      _ = try ParameterWriter.fieldText(value)
    } catch {
      throw invalid("the header parameter '\(name)' \(error.reason)")
    }
  }

  package func invalid(_ reason: String) -> WorkflowError {
    context.error(.invalidRequest, reason)
  }

  package func missing(_ what: String, from expression: String?) -> WorkflowError {
    let cause = expression.map { ": \($0) is missing" } ?? ""
    return context.error(.missingValue, "\(what) has no value\(cause)")
  }
}

/// Which names a request may have set: a bit for all names of a place that are of the same length and
/// begin with the same letter, so that hardly any new name has to be compared with those before it.
struct NamesInUse {
  private var bits: UInt64 = 0

  func mayContain(_ name: String, _ place: ParameterPlace) -> Bool {
    bits & Self.bit(name, place) != 0
  }

  mutating func insert(_ name: String, _ place: ParameterPlace) { bits |= Self.bit(name, place) }

  private static func bit(_ name: String, _ place: ParameterPlace) -> UInt64 {
    // The names of header fields are the same in upper and lower case.
    let letter = (name.utf8.first ?? 0) | 0x20
    let kind =
      switch place {
      case .path: 0
      case .query: 1
      case .header: 2
      case .cookie: 3
      }
    return 1 << UInt64(truncatingIfNeeded: (name.utf8.count &* 4 &+ kind &+ Int(letter) &* 20) & 63)
  }
}

extension JSONValue {
  /// The texts of an array's elements, else the text of the value.
  var elementTexts: [String] {
    guard case .array(let elements) = self else { return [text] }
    return elements.filter { $0 != .null }.map(\.text)
  }
}

extension String {
  /// Whether it is empty, `.` or `..`, which no segment of a path can be.
  fileprivate var isNoSegment: Bool {
    utf8.count <= 2 && utf8.allSatisfy { $0 == UInt8(ascii: ".") }
  }
}
