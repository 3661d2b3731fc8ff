import ArazzoDocuments

/// Diagnostics in the formats that other programs read.
struct DiagnosticListing {
  let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.flatMap(\.places) }

  /// An array with an object for each location of a diagnostic.
  var json: String {
    let list = diagnostics.map { diagnostic -> JSONTree in
      .object(
        Self.place(diagnostic.location).merging([
          "severity": .string(diagnostic.severity.rawValue),
          "message": .string(diagnostic.message),
          "help": .optional(diagnostic.suggestion),
          "fix": diagnostic.fix.map(Self.fix) ?? .null,
          "otherPlaces": .array(diagnostic.otherPlaces.map { .object(Self.place($0)) }),
          "related": .array(
            diagnostic.related.map { related in
              .object(
                Self.place(related.location).merging(["message": .string(related.message)]) { $1 })
            }),
        ]) { $1 })
    }
    return JSONTree.array(list).text + "\n"
  }

  /// What to write, and where.
  private static func fix(_ fix: Fix) -> JSONTree {
    let edits = fix.edits.map { edit -> JSONTree in
      .object(
        Self.place(edit.start).merging([
          "endLine": .integer(edit.end.line), "endColumn": .integer(edit.end.column),
          "text": .string(edit.text),
        ]) { $1 })
    }
    return ["text": .string(fix.text), "edits": .array(edits)]
  }

  private static func place(_ location: Location?) -> [String: JSONTree] {
    guard let location else { return ["file": .null, "line": .null, "column": .null] }
    return [
      "file": .string(location.source.name), "line": .integer(location.line),
      "column": .integer(location.column),
    ]
  }
}

extension DiagnosticListing {
  /// A log in SARIF 2.1.0, the OASIS standard.
  var sarif: String {
    let driver: JSONTree = [
      "name": "arazzo-gen", "version": .string(CommandLineTool.version),
    ]
    let run: JSONTree = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "results": .array(diagnostics.map(Self.result)),
    ]
    let log: JSONTree = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0", "runs": [run],
    ]
    return log.text + "\n"
  }

  private static func result(_ diagnostic: Diagnostic) -> JSONTree {
    let help = diagnostic.suggestion.map { " (help: \($0))" } ?? ""
    var result: JSONTree = [
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(diagnostic.message + help)],
      "locations": .array(diagnostic.location.map { [physical($0)] } ?? []),
    ]
    if let fix = diagnostic.fix { result = result.adding(["fixes": [sarifFix(fix)]]) }
    guard !diagnostic.related.isEmpty else { return result }
    let related = diagnostic.related.map { related in
      physical(related.location).adding(["message": ["text": .string(related.message)]])
    }
    return result.adding(["relatedLocations": .array(related)])
  }

  private static func sarifFix(_ fix: Fix) -> JSONTree {
    let replacements = fix.edits.map { edit -> JSONTree in
      [
        "deletedRegion": [
          "startLine": .integer(edit.start.line), "startColumn": .integer(edit.start.column),
          "endLine": .integer(edit.end.line), "endColumn": .integer(edit.end.column),
        ],
        "insertedContent": ["text": .string(edit.text)],
      ]
    }
    let change: JSONTree = [
      "artifactLocation": .object(fix.edits.first.map { artifact($0.start) } ?? [:]),
      "replacements": .array(replacements),
    ]
    return ["description": ["text": .string("write \(fix.text)")], "artifactChanges": [change]]
  }

  private static func artifact(_ location: Location) -> [String: JSONTree] {
    ["uri": .string(uri(location.source.name))]
  }

  private static func physical(_ location: Location) -> JSONTree {
    [
      "physicalLocation": [
        "artifactLocation": .object(artifact(location)),
        "region": [
          "startLine": .integer(location.line), "startColumn": .integer(location.column),
        ],
      ]
    ]
  }

  /// A path as a URI reference (RFC 3986).
  private static func uri(_ path: String) -> String {
    let encoded = path.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "/-._~:?#&=".unicodeScalars.contains(scalar) && byte < 0x80
      return isPlain ? String(Character(scalar)) : "%" + hex(byte)
    }.joined()
    if path.contains("://") { return encoded }
    let plain = encoded.replacing("?", with: "%3F").replacing("#", with: "%23")
    return path.hasPrefix("/") ? "file://" + plain : plain
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
