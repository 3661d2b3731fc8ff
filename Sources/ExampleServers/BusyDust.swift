import FlyingFox
import FlyingSocks
import Foundation

/// A stand-in for Dust that takes thousands of runs: each ends at its n-th poll. It logs nothing.
package enum BusyDust {
  /// Serves on a free port of the loopback interface for as long as `body` runs.
  ///
  /// - Parameter polls: How often a run is asked for before it has succeeded, the last time included.
  package static func serve<Result: Sendable>(
    polls: Int, _ body: @Sendable (URL) async throws -> Result
  ) async throws -> Result {
    let runs = Runs(polls: polls)
    let handler = ClosureHTTPHandler { request in
      let path = request.target.path()
      let isNew = request.method == .POST
      let id = isNew ? await runs.begin() : path.split(separator: "/").last.map(String.init) ?? ""
      let status = isNew ? "running" : await runs.poll(id)
      let body = #"{"run": {"run_id": "\#(id)", "status": {"run": "\#(status)"}, "results": []}}"#
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "application/json"], body: Data(body.utf8))
    }
    let server = HTTPServer(
      config: HTTPServer.Configuration(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), pool: UndelayedPool(),
        logger: .disabled), handler: handler)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening(timeout: 300)
    guard case .ip4(let host, let port)? = await server.listeningAddress,
      let url = URL(string: "http://\(host):\(port)")
    else { throw StandIn.NoAddress() }
    return try await body(url)
  }

  private actor Runs {
    private let polls: Int
    private var asked: [String: Int] = [:]

    init(polls: Int) { self.polls = polls }

    func begin() -> String {
      let id = "r\(asked.count)"
      asked[id] = 0
      return id
    }

    func poll(_ id: String) -> String {
      let count = (asked[id] ?? 0) + 1
      asked[id] = count
      return count < polls ? "running" : "succeeded"
    }
  }
}
