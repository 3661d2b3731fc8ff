/// The words that a name in a document is made of.
///
/// Words end at anything that can't stand in an identifier, between `a` and `B`, and before the last
/// capital of a run that goes on in small letters: `HTTPUrl` is `HTTP` and `Url`.
struct NameWords {
  let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word: [Unicode.Scalar] = []
    func end() {
      if !word.isEmpty { words.append(String(String.UnicodeScalarView(word))) }
      word = []
    }
    for scalar in text.unicodeScalars {
      if scalar == "_" || !scalar.properties.isXIDContinue {
        if scalar != "'" && scalar != "’" { end() }
        continue
      }
      if let last = word.last, scalar.isCapital, !last.isCapital, last.isCased { end() }
      if word.count > 1, let last = word.last, last.isCapital, scalar.isSmall,
        word[word.count - 2].isCapital
      {
        word.removeLast()
        end()
        word = [last]
      }
      word.append(scalar)
    }
    end()
    self.words = Self.withPluralAcronyms(words)
  }

  /// `IDs` is one word, though a capital before a small letter begins one.
  private static func withPluralAcronyms(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, word.count == 2, word.hasSuffix("s"),
        acronyms.contains((last + word).lowercased().dropLast().description)
      {
        result[result.count - 1] = last + word
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// Words that are written in capitals, or all small where a name begins with them.
  static let acronyms: Set<String> = [
    "api", "aws", "cli", "cpu", "css", "csv", "db", "dns", "faq", "ftp", "gps", "gpu", "html",
    "http", "https", "iban", "id", "ios", "ip", "iso", "json", "jwt", "mfa", "os", "otp", "pdf",
    "pin", "png", "qr", "ram", "sdk", "sku", "smtp", "sql", "ssh", "ssl", "sso", "svg", "tls",
    "ttl", "udp", "ui", "uri", "url", "utc", "utf", "uuid", "vat", "vin", "vm", "vpn", "xml",
    "yaml",
  ]
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool {
    properties.generalCategory == .uppercaseLetter || properties.generalCategory == .titlecaseLetter
  }
  fileprivate var isSmall: Bool { properties.generalCategory == .lowercaseLetter }
  fileprivate var isCased: Bool { isSmall || properties.numericType != nil }
}
