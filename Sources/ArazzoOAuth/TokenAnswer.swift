import ArazzoRuntime
import Foundation
import HTTPTypes

/// What a server answered to a request for a token, or for its metadata.
struct TokenAnswer {
  private let head: HTTPResponse
  private let json: JSONValue?
  private let url: String
  private let secrets: SecretTexts

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - url: The URL of the request, for messages.
  ///   - secrets: What no message shows, to which the tokens of the answer are added.
  init(_ response: HTTPTransportResponse, from url: String, hiding secrets: SecretTexts) {
    head = response.head
    json = try? JSONValue(parsing: response.body)
    self.url = url
    self.secrets = secrets
    for name in ["access_token", "refresh_token", "id_token"] { secrets.hide(text(name)) }
  }

  /// The token, if the server gave a bearer token, and the refresh token that came with it.
  func token(
    requestedAt date: Date
  ) throws(TokenFailure) -> (token: AccessToken, refreshToken: Secret?) {
    try checkStatus()
    if text("error") != nil { throw refusal() }
    guard let token = text("access_token"), !token.isEmpty else {
      throw .refused("the answer of \(url) has no 'access_token'")
    }
    if let type = text("token_type"), type.lowercased() != "bearer" {
      throw .refused("\(url) gives tokens of the type '\(secrets.line(type))' instead of 'Bearer'")
    }
    let refreshToken = text("refresh_token").flatMap { $0.isEmpty ? nil : Secret($0) }
    return (
      AccessToken(secret: Secret(token), end: lifetime.map(date.addingTimeInterval)), refreshToken
    )
  }

  /// The URL for tokens in the metadata of a server.
  func tokenEndpoint() throws(TokenFailure) -> String {
    try checkStatus()
    guard let endpoint = text("token_endpoint") else {
      throw .refused("the metadata at \(url) have no 'token_endpoint'")
    }
    return endpoint
  }

  /// For how long the token is used, in seconds: a tenth less than it is valid, but at most 30
  /// seconds less.
  private var lifetime: Double? {
    guard let seconds = json?["expires_in"].flatMap(Double.init(lossless:)), seconds.isFinite else {
      return nil
    }
    return seconds - min(30, max(seconds, 0) / 10)
  }

  private func checkStatus() throws(TokenFailure) {
    if (200..<300).contains(head.status.code), json != nil { return }
    throw refusal()
  }

  private func refusal() -> TokenFailure {
    let code = head.status.code
    let reason = "\(url) answered \(code): \(message)"
    return code >= 500 || code == 429 ? .unavailable(reason) : .refused(reason)
  }

  /// What the server said, without secrets.
  private var message: String {
    let words = ["error", "error_description"].compactMap { text($0).map(secrets.line) }
    if !words.isEmpty { return words.joined(separator: ": ") }
    switch head.status.code {
    case 300..<400: return "redirects are not followed"
    default: return json == nil ? "the answer is not JSON" : "the answer has no 'error'"
    }
  }

  private func text(_ name: String) -> String? {
    guard case .string(let text)? = json?[name] else { return nil }
    return text
  }
}
