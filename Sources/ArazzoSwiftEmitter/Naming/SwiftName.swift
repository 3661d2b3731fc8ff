/// Names after the Swift API Design Guidelines, made from any text.
///
/// What leaves no letter is spelled out (`***` is `asteriskAsteriskAsterisk`, nothing at all `empty`);
/// what would begin with a digit gets a word before it (`1st` is `value1st`).
enum SwiftName {
  /// `account_id` as `accountID`.
  static func lower(_ text: String, prefix: String = "value") -> String {
    let words = words(text, prefix: prefix)
    return lowerFirst(words[0]) + words.dropFirst().map(capitalized).joined()
  }

  /// `run-app` as `RunApp`.
  static func upper(_ text: String, prefix: String = "value") -> String {
    words(text, prefix: prefix).map(capitalized).joined()
  }

  private static func words(_ text: String, prefix: String) -> [String] {
    var words = NameWords(text).words
    if words.isEmpty {
      words = spelled(text)
    } else if !text.contains(where: \.isLowercase) {
      words = words.map { $0.lowercased() }
    }
    let startsName = words[0].unicodeScalars.first?.properties.isXIDStart ?? false
    return shortened(startsName ? words : [prefix] + words)
  }

  /// The words that fit into eighty characters, so that a name can be a file's name too.
  private static func shortened(_ words: [String]) -> [String] {
    var room = 80
    var result: [String] = []
    for word in words where room > 0 {
      result.append(String(word.prefix(room)))
      room -= word.count
    }
    return result
  }

  /// Capitals of a mixed name are kept (`iOS`), acronyms are all capitals.
  private static func capitalized(_ word: String) -> String {
    let small = word.lowercased()
    if NameWords.acronyms.contains(small) { return small.uppercased() }
    if small.hasSuffix("s"), NameWords.acronyms.contains(String(small.dropLast())) {
      return small.dropLast().uppercased() + "s"
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func lowerFirst(_ word: String) -> String {
    let small = word.lowercased()
    let isAcronym = NameWords.acronyms.contains(small)
    let isPlural = small.hasSuffix("s") && NameWords.acronyms.contains(String(small.dropLast()))
    if isAcronym || isPlural || word == word.uppercased() { return small }
    return word.prefix(1).lowercased() + word.dropFirst()
  }

  /// `-created` as `minusCreated`, for values that differ by a sign only.
  static func signed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let symbol = symbols[first] else {
      return lower(text)
    }
    return lower(symbol + " " + text)
  }

  /// The names of at most eight characters; those beyond ASCII by their number.
  private static func spelled(_ text: String) -> [String] {
    let names = text.unicodeScalars.prefix(8).map { scalar in
      symbols[scalar] ?? "u" + String(scalar.value, radix: 16, uppercase: true)
    }
    return names.isEmpty ? ["empty"] : names
  }

  private static let symbols: [Unicode.Scalar: String] = [
    " ": "space", "!": "exclamation", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent",
    "&": "ampersand", "'": "apostrophe", "(": "leftParenthesis", ")": "rightParenthesis",
    "*": "asterisk", "+": "plus", ",": "comma", "-": "minus", ".": "dot", "/": "slash",
    ":": "colon", ";": "semicolon", "<": "less", "=": "equal", ">": "greater", "?": "question",
    "@": "at", "[": "leftBracket", "\\": "backslash", "]": "rightBracket", "^": "caret",
    "_": "underscore", "`": "backtick", "{": "leftBrace", "|": "bar", "}": "rightBrace",
    "~": "tilde",
  ]
}

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
      if scalar == "_" || !scalar.isInWord {
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

// Of ASCII, which most names are, nothing has to be looked up in Unicode's tables.
extension Unicode.Scalar {
  fileprivate var isInWord: Bool {
    isASCII ? isCapital || isSmall || isDigit || self == "_" : properties.isXIDContinue
  }
  fileprivate var isCapital: Bool {
    if isASCII { return self >= "A" && self <= "Z" }
    let category = properties.generalCategory
    return category == .uppercaseLetter || category == .titlecaseLetter
  }
  fileprivate var isSmall: Bool {
    isASCII ? self >= "a" && self <= "z" : properties.generalCategory == .lowercaseLetter
  }
  fileprivate var isCased: Bool {
    isSmall || (isASCII ? isDigit : properties.numericType != nil)
  }
  private var isDigit: Bool { self >= "0" && self <= "9" }
}
