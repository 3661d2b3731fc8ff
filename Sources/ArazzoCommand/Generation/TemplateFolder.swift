import ArazzoDescriptions
import ArazzoDocuments
import ArazzoTemplates
import Foundation

/// `--templates`: a folder of templates that replace the built-in ones.
enum TemplateFolder {
  /// Reads every `NAME.mustache` of a folder.
  ///
  /// - Throws: ``ToolError`` for a name that no built-in template has: it would never be used.
  static func read(_ path: String) throws(ToolError) -> [String: String] {
    guard FileEntry(path) == .folder else {
      throw ToolError("--templates: there is no folder '\(path)'")
    }
    var templates: [String: String] = [:]
    for file in try FileEntry.names(in: path) where file.hasSuffix(".mustache") {
      let name = String(file.dropLast(".mustache".count))
      try checkName(name, file: "\(path)/\(file)")
      templates[name] = try text("\(path)/\(file)")
    }
    if templates.isEmpty { throw ToolError("--templates: '\(path)' has no .mustache file") }
    return templates
  }

  private static func checkName(_ name: String, file: String) throws(ToolError) {
    let names = Templates.all.keys.sorted()
    if names.contains(name) { return }
    let near = Suggestion.nearest(to: name, in: names)
    throw ToolError(
      "'\(file)' replaces no built-in template",
      suggestion: near.map { "did you mean '\($0).mustache'?" }
        ?? "available: \(names.joined(separator: ", "))")
  }

  private static func text(_ path: String) throws(ToolError) -> String {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let text = String(validating: data, as: UTF8.self) else {
        throw ToolError("'\(path)' is not UTF-8 text")
      }
      return text
    } catch let error as ToolError {
      throw error
    } catch {
      throw ToolError("'\(path)' can't be read: \(ToolError.reason(error))")
    }
  }
}
