@_spi(Generated) import ArazzoRuntime
import HTTPTypes

@_spi(Generated) @testable import ArazzoMCP

/// Tools as generated code declares them.
enum SampleTools {
  struct Inputs: Codable {
    enum Size: String, Codable { case small, large }
    struct Door: Codable {
      var code: Secret
      var floor: Int
    }
    var token: Secret
    var count: Int
    var size: Size?
    var tags: [String]?
    var door: Door?
  }

  struct Outputs: Codable {
    var text: String
    var session: Secret
    var body: JSONValue
  }

  /// Echoes what it was called with.
  static let echo = MCPTool(
    "echo", title: "Echo", description: "Says what it was told.",
    input: [
      "type": "object",
      "properties": [
        "count": ["type": "integer"], "size": ["type": "string", "enum": ["small", "large"]],
        "tags": ["type": "array", "items": ["type": "string"]],
        "door": ["type": "object", "properties": ["floor": ["type": "integer"]]],
      ],
      "required": ["count"], "additionalProperties": false,
    ],
    output: [
      "type": "object",
      "anyOf": [
        [
          "properties": ["ending": ["const": "completed"], "outputs": ["$ref": "#/$defs/outputs"]],
          "required": ["ending", "outputs"],
        ],
        ["properties": ["error": ["type": "object"]], "required": ["error"]],
      ],
      "$defs": [
        "outputs": [
          "type": "object",
          "properties": [
            "text": ["type": "string"], "session": ["type": "string", "const": "<secret>"],
            "body": [
              "type": "object",
              "properties": [
                "age": ["type": "integer"], "password": ["type": "string", "const": "<secret>"],
              ],
            ],
          ],
          "required": ["text", "session", "body"],
        ]
      ],
    ],
    secrets: [
      MCPSecretInput(["token"], from: "TOKEN", isRequired: true),
      MCPSecretInput(["door", "code"], from: "DOOR_CODE", isRequired: true),
    ]
  ) { arguments, _ in
    let inputs: Inputs = try arguments.decoded()
    let size = inputs.size?.rawValue ?? "none"
    let door = inputs.door.map { " \($0.floor) \($0.code.revealed)" } ?? ""
    return try MCPResult(
      ending: "completed",
      outputs: Outputs(
        text: "\(inputs.count) \(size) \(inputs.token.revealed)\(door)",
        session: Secret("s3ss10n"),
        body: ["age": "old", "password": "p4ssw0rd", "other": .string(inputs.token.revealed)]))
  }

  /// Never ends unless it is cancelled.
  static let forever = MCPTool(
    "forever", input: ["type": "object"], output: ["type": "object"]
  ) { _, client in
    var client = client
    client.transport = SilentTransport()
    let run = WorkflowRun(SavedPlan("forever", digest: ""), client: client)
    let request = run.request(
      step: "a", method: "GET", path: "/a", server: APIServer("api", url: "https://a.example"))
    _ = try await run.send(request)
    return MCPResult(ending: "completed")
  }
}

/// A transport to a server that never responds.
struct SilentTransport: HTTPTransport {
  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    for await _ in stream {}
    continuation.finish()
    throw CancellationError()
  }
}
