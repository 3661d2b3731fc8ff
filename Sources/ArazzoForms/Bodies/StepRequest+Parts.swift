import ArazzoRuntime
import Foundation

extension StepRequest {
  /// Adds a part to a `multipart/form-data` body (RFC 7578): none for what is missing or `null`, one
  /// for each element of an array, an object as JSON.
  ///
  /// - Parameters:
  ///   - fileName: Makes the part a file; `Data` is one under the name of the part anyway.
  ///   - contentType: Unless given, the one that the value suggests.
  public mutating func addPart(
    _ name: String, _ value: (any JSONRepresentable)?, fileName: String? = nil,
    contentType: String? = nil
  ) throws(WorkflowError) {
    guard let value else { return }
    try checkHeader("Content-Type", contentType ?? "")
    if let files = value as? [Data] {
      for file in files { try addPart(name, file, fileName: fileName, contentType: contentType) }
      return
    }
    switch value.jsonValue {
    case .null: return
    case .array(let elements):
      for element in elements {
        if case .array = element { throw invalid("the part '\(name)' is an array of arrays") }
        try addPart(name, element, fileName: fileName, contentType: contentType)
      }
    case let json:
      let fileName = fileName ?? (value is Data ? name : nil)
      let standard = json.standardType(isFile: fileName != nil)
      append(
        Part(
          name: name, value: json, bytes: value.bytes, fileName: fileName,
          contentType: contentType ?? standard))
    }
  }

  /// Adds a part for each member of an object.
  ///
  /// - Parameters:
  ///   - files: The parts that are files.
  ///   - types: Content types by the name of the part.
  public mutating func addParts(
    _ fields: JSONValue?, files: Set<String> = [], types: [String: String] = [:],
    required: Bool = false, from expression: String? = nil
  ) throws(WorkflowError) {
    guard let fields else {
      if required { throw missing("the request body", from: expression) }
      return
    }
    guard case .object(let members) = fields else {
      throw invalid("a multipart body is made of the members of an object, found \(fields.kind)")
    }
    for (name, value) in members {
      let fileName = files.contains(name) ? name : nil
      try addPart(name, value, fileName: fileName, contentType: types[name])
    }
  }

  private mutating func append(_ part: Part) {
    var body = parts as? MultipartBody ?? MultipartBody()
    body.parts.append(part)
    parts = body
  }
}

extension JSONValue {
  fileprivate func standardType(isFile: Bool) -> String? {
    if case .object = self { return "application/json" }
    return isFile ? "application/octet-stream" : nil
  }
}
