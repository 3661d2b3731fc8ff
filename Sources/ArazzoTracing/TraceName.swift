#if Tracing
  /// The names of attributes. Those of HTTP are OpenTelemetry's.
  enum TraceName {
    static let workflow = "arazzo.workflow"
    static let step = "arazzo.step"
    static let ending = "arazzo.ending"
    static let action = "arazzo.action"
    static let waitReason = "arazzo.wait.reason"
    static let waitSeconds = "arazzo.wait.seconds"
    static let errorType = "error.type"
    static let method = "http.request.method"
    static let originalMethod = "http.request.method_original"
    static let resendCount = "http.request.resend_count"
    static let statusCode = "http.response.status_code"
    static let address = "server.address"
    static let port = "server.port"
    static let scheme = "url.scheme"
    static let template = "url.template"
  }
#endif
