/// A response that a stand-in sends.
package struct Answer: Sendable {
  /// The status code.
  package var status: Int
  /// Header fields, but for the length.
  package var headers: [String: String]
  /// The text of the body.
  package var body: String
  /// Whether the connection ends before the body is complete.
  package var isCutShort = false

  /// A response with a body that says that it is JSON, whatever it is.
  package static func json(
    _ body: String, status: Int = 200, headers: [String: String] = [:]
  ) -> Answer {
    let type = ["Content-Type": "application/json"]
    return Answer(status: status, headers: type.merging(headers) { $1 }, body: body)
  }

  /// A plain text.
  package static func text(
    _ body: String, status: Int = 200, headers: [String: String] = [:]
  ) -> Answer {
    let type = ["Content-Type": "text/plain"]
    return Answer(status: status, headers: type.merging(headers) { $1 }, body: body)
  }

  /// A body of any media type.
  package static func content(_ type: String, _ body: String) -> Answer {
    Answer(status: 200, headers: ["Content-Type": type], body: body)
  }

  /// The same, but the connection ends before the body is complete.
  package var cutShort: Answer {
    var copy = self
    copy.isCutShort = true
    return copy
  }

  /// No body.
  package static let noContent = Answer(status: 204, headers: [:], body: "")

  /// The page of a proxy that stands before the API.
  package static func page(status: Int, headers: [String: String] = [:]) -> Answer {
    let type = ["Content-Type": "text/html"]
    return Answer(
      status: status, headers: type.merging(headers) { $1 },
      body: "<html><body>Something went wrong</body></html>")
  }

  /// The answer to a request without a valid credential.
  package static let unauthorized = Answer.json(#"{"error": "unauthorized"}"#, status: 401)
}
