import Foundation
import LoopbackWire

@_spi(Generated) @testable import ArazzoRuntime

/// Sends one request to a server that records, through the transport that every platform has.
///
/// - Returns: What arrived.
func sent(
  _ method: String = "POST", _ path: String = "/x", answers: [String] = [Wire.noContent],
  client: WorkflowClient = WorkflowClient(boundary: { "edge" }),
  _ set: @escaping @Sendable (StepRequest) -> Void
) async throws -> [WireRequest] {
  try await Wire.record(answers) { url in
    var client = client
    client.baseURL = url
    let run = WorkflowRun("tidy", client: client)
    let request = run.request(step: "fetch", method: method, path: path, server: .api)
    set(request)
    _ = try await run.send(request)
  }
}

/// A file of its own for the time of a test.
func withFile<Result>(
  _ bytes: [UInt8], _ body: (URL) async throws -> Result
) async throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).bin")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try await body(url)
}
