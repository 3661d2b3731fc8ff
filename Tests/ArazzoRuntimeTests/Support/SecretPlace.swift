@_spi(Generated) import ArazzoForms
import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

/// Where a secret stands in a request.
enum SecretPlace: CaseIterable {
  case bearerCredential, tokenProvider, basicCredential, keyInHeader, keyInQuery, keyInCookie
  case path, query, header, bearer, cookie
  case json, text, form, multipart

  /// How every secret begins, in whatever spelling.
  static let marker = "m4rk3r"
  private static let word = marker + "/1+2&<3>"
  /// A secret that each place spells in a way of its own.
  static let secret = Secret(word + #" "4""#)
  /// The basic credential as it is sent.
  static let encodedPair = Data(("u:" + secret.revealed).utf8).base64EncodedString()

  /// Whether it is an input of the workflow, which the run is told of.
  var isInput: Bool { [.json, .text, .form, .multipart].contains(self) }

  private var scheme: SecurityScheme? {
    switch self {
    case .bearerCredential, .tokenProvider: SecurityScheme("a.x", .bearer)
    case .basicCredential: SecurityScheme("a.x", .basic)
    case .keyInHeader: SecurityScheme("a.x", .apiKey("X-Id", in: .header))
    case .keyInQuery: SecurityScheme("a.x", .apiKey("x", in: .query))
    case .keyInCookie: SecurityScheme("a.x", .apiKey("x", in: .cookie))
    default: nil
    }
  }

  /// What the client shows to the server.
  var credentials: APICredentials {
    guard let scheme else { return [:] }
    return switch self {
    case .bearerCredential: [scheme: .bearer(Self.secret)]
    case .tokenProvider: [scheme: .token { _ in Self.secret }]
    case .basicCredential: [scheme: .basic(user: "u", password: Self.secret)]
    default: [scheme: .apiKey(Self.secret)]
    }
  }

  /// Puts the secret in its place.
  func fill(_ request: StepRequest) {
    let secret = Self.secret
    switch self {
    case .path: request.setPath("id", secret)
    case .query: request.setQuery("q", secret)
    case .header: request.setHeader("X-Id", secret)
    case .bearer: request.setHeader("X-Id", bearer: secret)
    case .cookie: request.setCookie("c", secret)
    case .json: request.setJSON(["a": ["b": JSONValue(secret)]])
    case .text: request.setBody(TemplateText("pin ", secret), contentType: "text/plain")
    case .form: request.setForm(["a": JSONValue(secret)])
    case .multipart: request.addPart("a", JSONValue(secret))
    default: request.security = scheme.map { [[$0]] } ?? []
    }
  }
}
