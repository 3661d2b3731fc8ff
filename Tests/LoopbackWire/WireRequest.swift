import Foundation

/// A request, byte by byte.
package struct WireRequest: Sendable {
  /// The request line and the fields, each as it came.
  package let head: [String]
  /// What came behind the head.
  package let body: [UInt8]

  /// The request, as soon as it is complete.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    body = Array(bytes[end.upperBound...])
    let length = fields("Content-Length").first.flatMap { Int($0) } ?? 0
    guard body.count >= length else { return nil }
  }

  /// `GET /x?a=1`.
  package var line: String { head.first?.replacing(" HTTP/1.1", with: "") ?? "" }

  /// The body as text.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// What stands in the fields of that name, each as it came.
  package func fields(_ name: String) -> [String] {
    head.dropFirst().filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
  }
}
