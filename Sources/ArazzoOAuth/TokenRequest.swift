import ArazzoRuntime
import Foundation
import HTTPTypes

/// A request for a token (RFC 6749).
struct TokenRequest: Sendable {
  let credential: OAuth2Credential
  let source: TokenSource
  let client: WorkflowClient

  /// The largest answer, in bytes.
  private static let answerLimit = 1 << 20

  /// Sends the request, after one for the server's metadata if they have the URL.
  func token() async throws(TokenFailure) -> AccessToken {
    let url = try await endpoint()
    let refreshToken = credential.grant == .refreshToken ? credential.tokens.refreshToken : nil
    let (request, body) = post(to: url, refreshToken)
    let date = await client.clock.date
    let answer = try await answer(to: request, body, from: url, hiding: secrets(refreshToken))
    let (token, new) = try answer.token(requestedAt: date)
    if credential.grant == .refreshToken, let new, credential.tokens.keep(new) {
      await credential.store?(new)
    }
    return token
  }

  private func endpoint() async throws(TokenFailure) -> TokenURL {
    let url = try TokenURL(source.url)
    guard source.isDiscovered else { return url }
    let answer = try await answer(
      to: url.request(.get), nil, from: url, hiding: SecretTexts())
    return try TokenURL(answer.tokenEndpoint())
  }

  private func answer(
    to request: HTTPRequest, _ body: [UInt8]?, from url: TokenURL, hiding secrets: SecretTexts
  ) async throws(TokenFailure) -> TokenAnswer {
    let response = try await client.send(request, body: body, bodyLimit: Self.answerLimit)
    return TokenAnswer(response, from: url.text, hiding: secrets)
  }

  private func post(to url: TokenURL, _ refreshToken: Secret?) -> (HTTPRequest, [UInt8]) {
    var request = url.request(.post)
    request.headerFields[.contentType] = "application/x-www-form-urlencoded"
    var fields = [("grant_type", credential.grant.rawValue)]
    if let refreshToken { fields.append(("refresh_token", refreshToken.revealed)) }
    if !source.scopes.isEmpty { fields.append(("scope", source.scopes.joined(separator: " "))) }
    if let clientSecret = credential.clientSecret, credential.authentication == .basic {
      request.headerFields[.authorization] = "Basic " + basic(clientSecret)
    } else {
      fields.append(("client_id", credential.clientID))
      if let secret = credential.clientSecret { fields.append(("client_secret", secret.revealed)) }
    }
    fields += credential.parameters.map { ($0.name, $0.value) }
    let body = fields.map { "\(form($0))=\(form($1))" }.joined(separator: "&")
    return (request, Array(body.utf8))
  }

  /// Identifier and secret as the header field has them: each encoded as in a form.
  private func basic(_ secret: Secret) -> String {
    Data("\(form(credential.clientID)):\(form(secret.revealed))".utf8).base64EncodedString()
  }

  private func form(_ text: String) -> String {
    PercentEncoding.value(text).replacing("%20", with: "+")
  }

  /// What no message about the request shows.
  private func secrets(_ refreshToken: Secret?) -> SecretTexts {
    let secrets = SecretTexts()
    secrets.hide(credential.clientSecret)
    secrets.hide(refreshToken)
    if let secret = credential.clientSecret { secrets.hide("Basic " + basic(secret)) }
    for (name, value) in credential.parameters
    where SecretNames.contains(name) || name.lowercased().contains("assertion") {
      secrets.hide(value)
    }
    return secrets
  }
}
