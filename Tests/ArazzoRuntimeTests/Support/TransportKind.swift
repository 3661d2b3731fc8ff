import ArazzoAsyncHTTPClient
import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

/// A transport that the suites run against.
enum TransportKind: String, CaseIterable, CustomTestStringConvertible {
  case urlSession = "URLSession"
  #if AsyncHTTPClient
    case asyncHTTPClient = "async-http-client"
  #endif

  var testDescription: String { rawValue }

  func make() -> any HTTPTransport {
    switch self {
    case .urlSession: URLSessionHTTPTransport()
    #if AsyncHTTPClient
      case .asyncHTTPClient: NIOHTTPTransport()
    #endif
    }
  }

  /// Whether a response may have what ends the process in Foundation on Linux: trailer fields, or an
  /// end within the head (swift-corelibs-foundation 5285).
  var bearsEveryResponse: Bool {
    #if canImport(FoundationNetworking)
      self != .urlSession
    #else
      true
    #endif
  }

  /// A run whose requests go over it, to one server.
  func run(
    _ url: URL, limit: Int = 1 << 20, clock: some WorkflowClock = SystemClock(),
    observer: (any WorkflowObserver)? = nil
  ) -> WorkflowRun {
    WorkflowRun(
      "tidy",
      client: WorkflowClient(
        baseURL: url, transport: make(), polling: .exact, clock: clock, observer: observer,
        maximumResponseBodySize: limit))
  }
}
