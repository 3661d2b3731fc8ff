import ArazzoDescriptions
import ArazzoDocuments

/// Names that can't go out as they are written (rule H2).
extension OperationCompiler {
  /// The parameters without those whose name no header field or cookie can have, and without those
  /// that only the transport sets; both are reported.
  func sendable(_ parameters: [Parameter]) -> [Parameter] {
    parameters.filter { parameter in
      guard let place = parameter.place, place == .header || place == .cookie else { return true }
      let name = parameter.name
      guard name.value.isHTTPToken else {
        reportName(name, of: place == .header ? "a header field" : "a cookie")
        return false
      }
      guard place == .header, name.value.isFramingField else { return true }
      reportFraming(parameter)
      return false
    }
  }

  private func reportName(_ name: Located<String>, of what: String) {
    let mended = name.value.filter(\.isHTTPTokenPart)
    diagnostics.error(
      "\(name.value.quotedForMessage) can't be the name of \(what)", at: name.location,
      suggestion: mended.isEmpty || mended.isFramingField ? "remove this parameter" : mended)
  }

  private func reportFraming(_ parameter: Parameter) {
    let name = parameter.name
    // What is wrong with the value is said all the same.
    _ = values.value(parameter.value)
    let isHost = name.value.lowercased() == "host"
    diagnostics.warning(
      "the header \(name.value.quotedForMessage) is not sent as written: the transport sets it",
      at: name.location,
      suggestion: isHost
        ? "remove this parameter; the client's 'baseURL' or 'servers' says where requests go"
        : "remove this parameter")
  }
}

extension String {
  /// Whether the text is a token of HTTP (RFC 9110, section 5.6.2), as the names of header fields and
  /// cookies are.
  var isHTTPToken: Bool { !isEmpty && allSatisfy(\.isHTTPTokenPart) }

  /// Whether a header field of this name frames a message or belongs to its connection: the transport
  /// sets it, and the runtime refuses to. `_` counts as `-`, since there are servers that take one
  /// for the other.
  var isFramingField: Bool {
    framingFields.contains(lowercased().replacing("_", with: "-"))
  }
}

/// RFC 9110, sections 7.2, 7.6 and 10.1; RFC 9112, sections 6 and 9.
private let framingFields: Set<String> = [
  "connection", "content-length", "expect", "host", "http2-settings", "keep-alive",
  "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
]

extension Character {
  fileprivate var isHTTPTokenPart: Bool {
    isASCII && (isLetter || isNumber || "!#$%&'*+-.^_`|~".contains(self))
  }
}
