/// Names of fields that contain secrets.
package enum SecretNames {
  private static let words = [
    "accesskey", "apikey", "authorization", "cookie", "credential", "jwt", "passphrase", "passwd",
    "password", "privatekey", "secret", "session", "signature", "token",
  ]

  /// Whether a name, such as `access_token` or `X-Api-Key`, is that of a secret.
  package static func contains(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased().filter { $0 != "_" && $0 != "-" }
    return words.contains { name.contains($0) }
  }

  /// The text with a placeholder for what follows `token=`, `"password": ` or `Bearer `.
  package static func masked(_ text: String) -> String {
    text.replacing(/(?i)((?:bearer|basic)\s+)[^\s"',;<>&]+/) { $0.output.1 + Secret.placeholder }
      .replacing(/([A-Za-z0-9_.\-]+)(["']?\s*[=:>]\s*["']?)([^\s"',;<>&]+)/) { match in
        let (whole, name, sign, _) = match.output
        return contains(name) ? "\(name)\(sign)\(Secret.placeholder)" : whole
      }
  }
}
