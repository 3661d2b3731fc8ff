import Foundation
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

/// The expansions that OpenAPI's styles share with RFC 6570.
@Suite("H1: URI templates")
struct URITemplateTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/conformance/uri-templates").standardizedFileURL

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "spec-examples.json").path)
  }

  @Test(
    "RFC 6570's examples come out as they should",
    .enabled(if: isThere, "the test vectors are not there"),
    arguments: ["spec-examples", "spec-examples-by-section", "extended-tests"])
  func h1_expansions(file: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: file + ".json"))
    guard case .object(let groups) = try JSONValue(parsing: [UInt8](bytes)) else { return }
    var ran = 0
    var skipped = 0
    for (name, group) in groups {
      for test in group["testcases"]?.elements ?? [] {
        guard let template = test[0]?.text, let expected = test[1],
          let expanded = try Template(template, group["variables"] ?? [:]).expanded()
        else {
          skipped += 1
          continue
        }
        ran += 1
        let allowed = expected.elements.isEmpty ? [expected] : expected.elements
        #expect(allowed.contains(.string(expanded)), "\(name): \(template)")
      }
    }
    print("URI templates, \(file): \(ran) ran, \(skipped) are of no style of OpenAPI")
    #expect(ran > 10)
  }
}

/// A template whose expressions are parameters one after the other.
private struct Template {
  let text: String
  let variables: JSONValue

  init(_ text: String, _ variables: JSONValue) {
    (self.text, self.variables) = (text, variables)
  }

  /// `nil` where an expression is of no style of OpenAPI.
  func expanded() throws -> String? {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let written = try expression(rest[rest.index(after: open)..<close])
      else { return nil }
      result += PercentEncoding.literal(String(rest[..<open])) + written
      rest = rest[rest.index(after: close)...]
    }
    return result + PercentEncoding.literal(String(rest))
  }

  private func expression(_ body: Substring) throws -> String? {
    let styles: [Character: ParameterStyle] = [".": .label, ";": .matrix, "?": .form, "&": .form]
    guard let first = body.first, !"/#".contains(first), !body.contains(":") else { return nil }
    let style = styles[first] ?? .simple
    let names = styles[first] == nil && first != "+" ? body : body.dropFirst()
    let parts = try names.split(separator: ",").compactMap { name -> String? in
      let explode = name.hasSuffix("*")
      let key = explode ? String(name.dropLast()) : String(name)
      var writer = style(explode: explode).writer(
        key.removingPercentEncoding ?? key, in: style == .form ? .query : .path)
      if first == "+" { writer.encode = { PercentEncoding.reserved($0, except: "#") } }
      return try writer.written(variables[key] ?? .null)
    }
    guard !parts.isEmpty else { return "" }
    let prefix = style == .form ? String(first) : ""
    let separator = style == .form ? "&" : style == .simple ? "," : ""
    return prefix + parts.joined(separator: separator)
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
