import Foundation

/// A request as it arrived at a stand-in.
package struct ReceivedRequest: Sendable, Hashable {
  /// The method, in upper case.
  package var method: String
  /// The path as it was on the wire, percent-encoding included.
  package var path: String
  /// The query as it was on the wire; empty where there was none.
  package var query: String
  /// Values by the name of the header field, in lower case.
  package var headers: [String: String]
  /// The bytes of the body.
  package var body: [UInt8]

  /// The value of a header field, whatever the case of its name.
  package func header(_ name: String) -> String? { headers[name.lowercased()] }

  /// The value of a query parameter, decoded.
  package func query(_ name: String) -> String? {
    let pairs = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    return pairs.first { $0.first == name[...] }?.last?.removingPercentEncoding
  }

  /// The segments of the path, still percent-encoded.
  package var segments: [Substring] { path.split(separator: "/") }

  /// Method and path, as `GET /things`.
  package var line: String { "\(method) \(path)" }
}
