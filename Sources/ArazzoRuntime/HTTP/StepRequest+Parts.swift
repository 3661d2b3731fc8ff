import Foundation

extension StepRequest {
  /// A part of a `multipart/form-data` body.
  struct Part: Sendable {
    let name: String
    let value: JSONValue
    let bytes: [UInt8]
    let fileName: String?
    let contentType: String?
  }

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
      parts.append(
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

  /// The body with its content type.
  func content(boundary: () -> String) -> (body: Body?, contentType: String?) {
    guard !parts.isEmpty else { return (body, contentType) }
    let proposed = boundary()
    var boundary = proposed
    var number = 0
    while parts.contains(where: { $0.bytes.contains(Array(boundary.utf8)) }) {
      number += 1
      boundary = "\(proposed)\(number)"
    }
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "--\(boundary)\r\n\(part.head)\r\n".utf8 + part.bytes + "\r\n".utf8
    }
    bytes += "--\(boundary)--\r\n".utf8
    let value = JSONValue.object(JSONObject(parts.map { ($0.name, $0.value) }))
    return (Body(value: value, bytes: bytes), "multipart/form-data; boundary=\(boundary)")
  }
}

extension StepRequest.Part {
  /// The header fields, each with its line break.
  fileprivate var head: String {
    let file = fileName.map { "; filename=\"\(Self.quotable($0))\"" } ?? ""
    let type = contentType.map { "Content-Type: \($0)\r\n" } ?? ""
    return "Content-Disposition: form-data; name=\"\(Self.quotable(name))\"\(file)\r\n\(type)"
  }

  /// A name as the HTML Standard writes it between quotes.
  private static func quotable(_ name: String) -> String {
    name.replacing("\"", with: "%22").replacing("\r\n", with: "%0D%0A")
      .replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }
}

extension JSONValue {
  fileprivate func standardType(isFile: Bool) -> String? {
    if case .object = self { return "application/json" }
    return isFile ? "application/octet-stream" : nil
  }
}
