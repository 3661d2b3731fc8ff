import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@testable import ArazzoRuntime

extension URLSessionTransport {
  /// One that bears with a machine that has other work: nothing here is about time.
  static var patient: URLSessionTransport {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 600
    return URLSessionTransport(configuration: configuration)
  }
}

/// Sends one request to a server that records, through the transport that every platform has.
///
/// - Returns: What arrived.
func sent(
  _ method: String = "POST", _ path: String = "/x", answers: [String] = [Wire.noContent],
  client: WorkflowClient = WorkflowClient(
    transport: URLSessionTransport.patient, boundary: { "edge" }),
  _ set: @escaping @Sendable (inout StepRequest) throws(WorkflowError) -> Void
) async throws -> [Wire.Request] {
  try await Wire.record(answers) { url in
    var client = client
    client.baseURL = url
    let run = WorkflowRun("tidy", client: client)
    var request = run.request("fetch", method, path, at: .api)
    try set(&request)
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
