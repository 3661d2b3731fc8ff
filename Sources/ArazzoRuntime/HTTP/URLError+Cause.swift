import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLError {
  /// The cause in the runtime's words.
  var cause: HTTPTransportError? {
    switch code {
    case .timedOut: .timedOut
    case .cannotFindHost, .dnsLookupFailed: .unknownHost
    case .cannotConnectToHost, .notConnectedToInternet: .unreachable
    case .networkConnectionLost: .connectionLost
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
      .serverCertificateHasBadDate, .serverCertificateNotYetValid:
      .insecure
    case .cannotDecodeRawData, .cannotDecodeContentData, .cannotParseResponse: .notHTTP
    default: Self.causes.first { localizedDescription.contains($0.words) }?.cause
    }
  }

  /// What libcurl says; Foundation on Linux has no code for it.
  private static let causes: [(words: String, cause: HTTPTransportError)] = [
    ("transfer closed", .connectionLost), ("Empty reply", .connectionLost), ("SSL", .insecure),
    ("certificate", .insecure), ("HTTP/0.9", .notHTTP), ("encoding", .notHTTP),
    ("failure: ", .connectionLost),
  ]
}
