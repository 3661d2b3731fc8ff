import ArazzoDocuments

extension DiagnosticListing {
  /// A workflow command of GitHub Actions for each location of a diagnostic, which GitHub shows as an
  /// annotation of that line.
  var github: String { diagnostics.map { Self.annotation($0) + "\n" }.joined() }

  private static func annotation(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { location in
      [
        "file=" + escapedProperty(location.source.name), "line=\(location.line)",
        "col=\(location.column)",
      ]
    }
    let properties = (place ?? []) + ["title=arazzo-gen"]
    let help = (diagnostic.fix?.helpForLogs ?? diagnostic.suggestion).map { ["help: \($0)"] } ?? []
    let related = diagnostic.related.map { "\($0.location): \($0.message)" }
    let message = ([diagnostic.message] + help + related).joined(separator: "\n")
    return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::"
      + escaped(message)
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// A text on one line: a line break in a document's text never begins another command.
  private static func escaped(_ text: String) -> String { text.escaped(spelling) }

  /// A text that also ends no property.
  private static func escapedProperty(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: spelling(scalar)
      }
    }
  }

  private static func spelling(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "%": "%25"
    case "\r": "%0D"
    case "\n": "%0A"
    default: nil
    }
  }
}
