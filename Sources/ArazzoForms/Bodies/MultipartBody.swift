@_spi(Generated) import ArazzoRuntime

/// A part of a `multipart/form-data` body.
struct Part: Sendable {
  let name: String
  let value: JSONValue
  let content: StreamedBody.Piece
  var fileName: String?
  var contentType: String?
  var headers: [String: String] = [:]
}

/// A `multipart/form-data` body (RFC 7578).
struct MultipartBody: RequestParts {
  var parts: [Part] = []

  func body(boundary: () -> String) -> RequestBody {
    let boundary = unused(boundary())
    var pieces: [StreamedBody.Piece] = []
    for part in parts {
      pieces += [.bytes(Array("--\(boundary)\r\n\(part.head)\r\n".utf8)), part.content]
      pieces.append(.bytes(Array("\r\n".utf8)))
    }
    pieces.append(.bytes(Array("--\(boundary)--\r\n".utf8)))
    return RequestBody(
      .object(JSONObject(parts.map { ($0.name, $0.value) })), pieces,
      "multipart/form-data; boundary=\(boundary)")
  }

  /// The proposed boundary, made longer where it occurs in a part that is in memory.
  private func unused(_ proposed: String) -> String {
    var boundary = proposed
    var number = 0
    while parts.contains(where: { $0.content.holds(boundary) }) {
      number += 1
      boundary = "\(proposed)\(number)"
    }
    return boundary
  }
}

extension StreamedBody.Piece {
  fileprivate func holds(_ text: String) -> Bool {
    guard case .bytes(let bytes) = self else { return false }
    return bytes.contains(Array(text.utf8))
  }
}

extension Part {
  /// The header fields, each with its line break.
  fileprivate var head: String {
    let file = fileName.map { "; filename=\"\(Self.quotable($0))\"" } ?? ""
    let fields = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    let type = contentType.map { "Content-Type: \($0)\r\n" } ?? ""
    return "Content-Disposition: form-data; name=\"\(Self.quotable(name))\"\(file)\r\n\(type)"
      + fields.joined()
  }

  /// A name as the HTML Standard writes it between quotes.
  private static func quotable(_ name: String) -> String {
    // By scalars: a quotation mark with an accent on it is one character, and ends the name.
    name.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"": text += "%22"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
