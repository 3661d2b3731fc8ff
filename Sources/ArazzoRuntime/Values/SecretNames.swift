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

  /// Stands for a secret until all are found: the placeholder itself reads like the name of one.
  package static let mark = "\u{FFFF}"

  /// The text with a placeholder for each ``mark``, and for what follows `token=`, `"password": ` or
  /// `Bearer `.
  package static func masked(_ text: String) -> String {
    let scheme = /(?i)((?:bearer|basic)\s+)[^\s"',;<>&]+/
    let member = /([A-Za-z0-9_.\-]+)(["']?\s*[=:>]\s*["']?)([^\s"',;<>&]+)/
    return text.replacing(scheme.matchingSemantics(.unicodeScalar)) { $0.output.1 + mark }
      .replacing(member.matchingSemantics(.unicodeScalar)) { match in
        let (whole, name, sign, _) = match.output
        return contains(name) ? "\(name)\(sign)\(mark)" : whole
      }
      .replacingScalars(mark, with: Secret.placeholder)
  }
}
