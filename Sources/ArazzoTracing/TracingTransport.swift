#if Tracing
  import ArazzoRuntime
  import Foundation
  import HTTPTypes
  import Tracing

  /// A request of a step, as the document describes it.
  struct TracedCall: Sendable {
    let workflow: String
    let step: String
    let method: String
    /// The path template; `nil` for a redirected request, which leads elsewhere.
    var template: String?
    /// How many requests of the step came before: redirects, and the one with a rejected token.
    var resendCount = 0
  }

  /// A transport that sends each request in a span, with the context of the span.
  struct TracingTransport: HTTPTransport {
    let transport: any HTTPTransport
    let trace: RunTrace

    /// Sends the request of a step.
    func send(_ exchange: HTTPExchange) async throws -> HTTPTransportResponse {
      try await send(exchange.request, of: trace.nextCall()) { request in
        try await transport.send(
          HTTPExchange(
            request, body: exchange.body, bodyLimit: exchange.bodyLimit, receive: exchange.receive))
      }
    }

    /// Sends a request that is no step's, such as one for a token.
    func send(
      _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
    ) async throws -> HTTPTransportResponse {
      try await send(request, of: nil) { request in
        try await transport.send(request, body: body, bodyLimit: bodyLimit)
      }
    }

    private func send(
      _ request: HTTPRequest, of call: TracedCall?,
      _ send: (HTTPRequest) async throws -> HTTPTransportResponse
    ) async throws -> HTTPTransportResponse {
      var attributes = RequestAttributes(request, of: call)
      let span = trace.tracer.startSpan(
        attributes.spanName, context: trace.context, ofKind: .client)
      var request = request
      trace.tracer.inject(
        span.context, into: &request.headerFields, using: HeaderFieldInjector())
      let start = ContinuousClock.now
      defer {
        span.attributes.merge(attributes.all)
        span.end()
        trace.metrics.requested(attributes, after: .now - start)
      }
      do {
        let response = try await send(request)
        attributes.statusCode = response.head.status.code
        if response.head.status.code >= 400 {
          attributes.failure = TraceFailure(statusCode: response.head.status.code)
        }
        span.fail(with: attributes.failure)
        return response
      } catch {
        attributes.failure = TraceFailure(transport: error)
        span.fail(with: attributes.failure)
        throw error
      }
    }
  }

  /// Adds the context of a span to header fields. A field that the step sets stays.
  private struct HeaderFieldInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
      guard let name = HTTPField.Name(key), fields[name] == nil else { return }
      fields[name] = value
    }
  }

  /// What OpenTelemetry's conventions for HTTP say of a request, without values of the path, the
  /// query or the body.
  struct RequestAttributes {
    let call: TracedCall?
    private let method: String
    private let originalMethod: String?
    private let scheme: String
    private let address: String
    private let port: Int
    var statusCode: Int?
    var failure: TraceFailure?

    init(_ request: HTTPRequest, of call: TracedCall?) {
      self.call = call
      let isKnown = Self.methods.contains(request.method.rawValue)
      method = isKnown ? request.method.rawValue : "_OTHER"
      originalMethod = isKnown ? nil : request.method.rawValue
      scheme = request.scheme ?? "https"
      let url = URLComponents(string: "\(scheme)://\(request.authority ?? "")")
      address = url?.host ?? ""
      port = url?.port ?? (scheme == "http" ? 80 : 443)
    }

    /// The methods that have their own name; the others are `_OTHER`.
    private static let methods: Set<String> = [
      "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE",
    ]

    var spanName: String {
      let method = originalMethod == nil ? method : "HTTP"
      return call?.template.map { "\(method) \($0)" } ?? method
    }

    /// What a metric has as well: few values each.
    var dimensions: [(String, String)] {
      [
        (TraceName.method, method), (TraceName.scheme, scheme), (TraceName.address, address),
        (TraceName.port, "\(port)"), (TraceName.template, call?.template),
        (TraceName.statusCode, statusCode.map { "\($0)" }), (TraceName.errorType, failure?.type),
      ].compactMap { name, value in value.map { (name, $0) } }
    }

    var all: SpanAttributes {
      var attributes: SpanAttributes = [
        TraceName.method: .string(method), TraceName.scheme: .string(scheme),
        TraceName.address: .string(address), TraceName.port: .int64(Int64(port)),
      ]
      attributes[TraceName.originalMethod] = originalMethod
      attributes[TraceName.template] = call?.template
      attributes[TraceName.workflow] = call?.workflow
      attributes[TraceName.step] = call?.step
      attributes[TraceName.statusCode] = statusCode
      if let count = call?.resendCount, count > 0 { attributes[TraceName.resendCount] = count }
      return attributes
    }
  }
#endif
