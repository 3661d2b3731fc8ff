@_spi(Generated) import ArazzoRuntime
import Foundation

extension StepRequest {
  /// Adds a part to a `multipart/form-data` body (RFC 7578): none for a missing value or `null`,
  /// one for each element of an array, and JSON for an object.
  ///
  /// - Parameters:
  ///   - name: The name of the part.
  ///   - value: The content of the part.
  ///   - fileName: Makes the part a file. `Data` and ``Upload`` always are. The name and type of an
  ///     upload take precedence.
  ///   - contentType: The content type. Default: the one for the value.
  ///   - headers: More header fields of the part.
  ///   - style: Serializes the value as a parameter, without encoding and without a content type.
  public func addPart<Value: JSONRepresentable>(
    _ name: String, _ value: Value?, fileName: String? = nil,
    contentType: String? = nil, headers: [String: String] = [:], style: ParameterStyle? = nil
  ) {
    attempt { () throws(WorkflowError) in
      var part = PartDraft(name: name, headers: headers)
      (part.fileName, part.contentType) = (fileName, contentType)
      for (field, value) in headers {
        try checkHeader(field, value)
        if Self.ownPartFields.contains(field.lowercased()) {
          throw invalid("the header field '\(field)' of the part '\(name)' can't be set")
        }
      }
      if let style {
        try add(part, value?.jsonValue ?? .null, in: style)
      } else {
        try add(part, value)
      }
    }
  }

  /// Adds a part for each member of an object.
  ///
  /// - Parameters:
  ///   - fields: The object.
  ///   - files: The names of the parts that are files.
  ///   - types: Content types by the name of the part.
  ///   - headers: More header fields by the name of the part.
  ///   - styles: Styles by the name of the part.
  ///   - required: Whether a missing object is an error.
  ///   - expression: The source of the object, for errors.
  public func addParts(
    _ fields: JSONValue?, files: Set<String> = [], types: [String: String] = [:],
    headers: [String: [String: String]] = [:], styles: [String: ParameterStyle] = [:],
    required: Bool = false, from expression: String? = nil
  ) {
    attempt { () throws(WorkflowError) in
      guard let fields else {
        if required { throw missing("the request body", from: expression) }
        return
      }
      guard case .object(let members) = fields else {
        throw invalid("a multipart body is made of the members of an object, found \(fields.kind)")
      }
      for (name, value) in members {
        addPart(
          name, value, fileName: files.contains(name) ? name : nil, contentType: types[name],
          headers: headers[name] ?? [:], style: styles[name])
      }
    }
  }
}

extension StepRequest {
  /// The header fields of a part that are made of its name, its file name and its type.
  private static let ownPartFields: Set<String> = ["content-disposition", "content-type"]
}

/// What is known of a part before its value is.
private struct PartDraft {
  var name: String
  var fileName: String?
  var contentType: String?
  var headers: [String: String]
}

extension StepRequest {
  private func add(
    _ draft: PartDraft, _ value: (any JSONRepresentable)?
  ) throws(WorkflowError) {
    if let files = value as? [Data] {
      for file in files { try add(draft, file) }
    } else if let files = value as? [Upload] {
      for file in files { try add(draft, file) }
    } else if let file = value as? Upload {
      try add(draft, file)
    } else if let data = value as? Data {
      try add(draft, Upload(data))
    } else {
      try add(draft, json: value?.jsonValue ?? .null)
    }
  }

  private func add(_ draft: PartDraft, _ file: Upload) throws(WorkflowError) {
    let piece = try piece(of: file, for: "the part '\(draft.name)'")
    var value = JSONValue.null
    if case .bytes = piece { value = file.jsonValue }
    try append(
      Part(
        name: draft.name, value: value, content: piece,
        fileName: file.fileName ?? draft.fileName ?? draft.name,
        contentType: file.contentType ?? draft.contentType ?? "application/octet-stream",
        headers: draft.headers))
  }

  private func add(_ draft: PartDraft, json: JSONValue) throws(WorkflowError) {
    switch json {
    case .null: return
    case .array(let elements):
      for element in elements {
        if case .array = element {
          throw invalid("the part '\(draft.name)' is an array of arrays")
        }
        try add(draft, json: element)
      }
    case .bool, .number, .string, .object:
      let standard = json.standardType(isFile: draft.fileName != nil)
      try append(
        Part(
          name: draft.name, value: json, content: .bytes(json.bytes), fileName: draft.fileName,
          contentType: draft.contentType ?? standard, headers: draft.headers))
    }
  }

  private func add(
    _ draft: PartDraft, _ value: JSONValue, in style: ParameterStyle
  ) throws(WorkflowError) {
    do throws(ParameterWriter.Refusal) {
      for (name, text) in try style.parts(value, named: draft.name) {
        append(
          unchecked: Part(
            name: name, value: .string(text), content: .bytes(Array(text.utf8)),
            headers: draft.headers))
      }
    } catch {
      throw invalid("the part '\(draft.name)' \(error.reason)")
    }
  }

  private func append(_ part: Part) throws(WorkflowError) {
    try checkHeader("Content-Type", part.contentType ?? "")
    append(unchecked: part)
  }

  private func append(unchecked part: Part) {
    var body = parts as? MultipartBody ?? MultipartBody()
    body.parts.append(part)
    parts = body
  }
}

extension ParameterStyle {
  /// The parts of a value with their names, with nothing encoded.
  fileprivate func parts(
    _ value: JSONValue, named name: String
  ) throws(ParameterWriter.Refusal) -> [(name: String, text: String)] {
    guard kind != .deepObject else {
      return value.scalars(under: name).map { ($0.name, $0.value.text) }
    }
    var writer = ParameterWriter(name, in: .query)
    writer.name = name
    writer.explode = explode
    switch kind {
    case .spaceDelimited: writer.comma = " "
    case .tabDelimited: writer.comma = "\t"
    case .pipeDelimited: writer.comma = "|"
    default: break
    }
    writer.encode = { $0 }
    writer.nested = { $0.description }
    return try writer.parts(value).map { ($0.name ?? name, $0.text) }
  }
}

extension JSONValue {
  fileprivate func standardType(isFile: Bool) -> String? {
    if case .object = self { return "application/json" }
    return isFile ? "application/octet-stream" : nil
  }
}
