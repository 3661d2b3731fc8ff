import ArazzoRuntime

/// A part of a `multipart/form-data` body.
struct Part: Sendable {
  let name: String
  let value: JSONValue
  let bytes: [UInt8]
  let fileName: String?
  let contentType: String?
}

/// A `multipart/form-data` body (RFC 7578).
struct MultipartBody: RequestParts {
  var parts: [Part] = []

  func body(boundary: () -> String) -> RequestBody {
    let boundary = unused(boundary())
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "--\(boundary)\r\n\(part.head)\r\n".utf8 + part.bytes + "\r\n".utf8
    }
    bytes += "--\(boundary)--\r\n".utf8
    let value = JSONValue.object(JSONObject(parts.map { ($0.name, $0.value) }))
    return RequestBody(value, bytes, "multipart/form-data; boundary=\(boundary)")
  }

  /// The proposed boundary, made longer where it occurs in a part.
  private func unused(_ proposed: String) -> String {
    var boundary = proposed
    var number = 0
    while parts.contains(where: { $0.bytes.contains(Array(boundary.utf8)) }) {
      number += 1
      boundary = "\(proposed)\(number)"
    }
    return boundary
  }
}

extension Part {
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
