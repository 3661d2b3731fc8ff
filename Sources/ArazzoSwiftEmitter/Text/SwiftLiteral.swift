import ArazzoCompiler

/// Text as Swift literals, from which nothing can escape as code.
enum SwiftLiteral {
  /// A piece of a string literal.
  enum Piece: Sendable, Hashable {
    /// A character of the text, not escaped yet.
    case character(Unicode.Scalar)
    /// Code whose value stands there.
    case interpolation(String)

    static let space = Piece.character(" ")
    static let lineFeed = Piece.character("\n")
  }

  static func string(_ value: String) -> String {
    let isPlain = value.hasBytes {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    return isPlain ? "\"\(value)\"" : quoted(pieces(value))
  }

  /// A literal that goes over several lines where one is not enough.
  struct Breakable: Sendable {
    /// The literal on one line.
    let line: String
    private let value: String
    private let pieces: [Piece]

    init(_ value: String) {
      line = SwiftLiteral.string(value)
      self.value = value
      pieces = []
    }

    init(_ pieces: [Piece]) {
      line = quoted(pieces)
      value = ""
      self.pieces = pieces
    }

    func lines(width: Int) -> [String] {
      multiline(pieces.isEmpty ? SwiftLiteral.pieces(value) : pieces, width: width)
    }
  }

  /// A literal on one line: a raw one where quotes and backslashes, more than one, are all that
  /// has to be escaped.
  static func quoted(_ pieces: [Piece]) -> String {
    raw(pieces) ?? "\"" + written(pieces[...]) + "\""
  }

  private static func raw(_ pieces: [Piece]) -> String? {
    var scalars = String.UnicodeScalarView()
    for piece in pieces {
      guard case .character(let scalar) = piece, scalar.isDelimiter || escape(scalar) == nil else {
        return nil
      }
      scalars.append(scalar)
    }
    guard scalars.count(where: \.isDelimiter) > 1 else { return nil }
    // By scalars: a character can be more than the sign that ends the literal.
    let ends = zip(scalars, scalars.dropFirst()).contains { $0.isDelimiter && $1 == "#" }
    // A quote at the start would make it a literal of several lines.
    return ends || scalars.first == "\"" ? nil : "#\"\(String(scalars))\"#"
  }

  /// Each character of a text.
  static func pieces(_ value: String) -> [Piece] { value.unicodeScalars.map(Piece.character) }

  /// A literal over several lines: those of the text, and a long one as several that are joined by
  /// `\`. The first and the last are the quotes.
  static func multiline(_ pieces: [Piece], width: Int) -> [String] {
    let room = max(width - 2, 16)
    var lines: [String] = []
    var line: [Piece] = []
    var code = ""
    for piece in pieces {
      if piece == .lineFeed {
        lines.append(ended(line))
        (line, code) = ([], "")
        continue
      }
      if code.width + written([piece]).width > room {
        let end = line.lastIndex(of: .space).map { $0 + 1 } ?? line.count
        lines.append(written(line[..<end]) + "\\")
        line.removeFirst(end)
        code = written(line[...])
      }
      line.append(piece)
      code += written([piece])
    }
    return ["\"\"\""] + lines + [ended(line), "\"\"\""]
  }

  /// The end of a line, where a space would be lost.
  private static func ended(_ line: [Piece]) -> String {
    line.last == .space ? written(line.dropLast()) + hexadecimal(" ") : written(line[...])
  }

  /// The pieces as they stand between quotes.
  private static func written(_ pieces: ArraySlice<Piece>) -> String {
    pieces.map { piece in
      switch piece {
      case .character(let scalar): escape(scalar) ?? String(scalar)
      case .interpolation(let code): "\\(" + code + ")"
      }
    }.joined()
  }

  /// What stands for a character that can't stand for itself.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\0": "\\0"
    default: isShown(scalar) ? nil : hexadecimal(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// Whether a reader sees the character for what it is: no control or format character (bidi marks
  /// among them), no private use, no space but the usual one.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar >= " " && scalar != "\u{7F}" }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}

extension Unicode.Scalar {
  /// Whether it ends a literal or begins an escape.
  fileprivate var isDelimiter: Bool { self == "\"" || self == "\\" }
}
