import ArazzoTemplates
import Mustache

/// The templates by name, with a user's in the place of the built-in ones.
struct TemplateSet {
  private let library: MustacheLibrary
  private let tags: [String: TemplateTags]

  init(replacing replacements: [String: String]) throws(TemplateError) {
    var texts = Templates.all.mapValues { String(decoding: $0, as: UTF8.self) }
    for (name, text) in replacements.sorted(by: { $0.key < $1.key }) {
      guard texts[name] != nil else {
        let known = texts.keys.sorted().joined(separator: ", ")
        throw TemplateError(
          template: name, message: "there is no such template; there are \(known)")
      }
      texts[name] = text
    }
    var library = MustacheLibrary()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(text, named: name)
      } catch {
        throw TemplateError(template: name, message: Self.message(error))
      }
    }
    self.library = library
    tags = texts.compactMapValues { TemplateTags($0) }
  }

  private static func message(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.ParserError else { return "\(error)" }
    return "line \(error.context.lineNumber), column \(error.context.columnNumber): \(error.error)"
  }

  /// The text of a template, without white space at the ends of lines.
  func text(_ name: String, _ context: [String: Any]) throws -> String {
    if let key = tags[name]?.missingKey(in: context, partials: tags) {
      throw TemplateError(template: name, message: "there is no value for '\(key)'")
    }
    guard let text = library.render(context, withTemplate: name) else {
      throw TemplateError(template: name, message: "there is no such template")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmedAtEnd }.joined(separator: "\n")
  }

  /// The lines of a template, without an empty one at the end.
  func lines(_ name: String, _ context: [String: Any]) throws -> [String] {
    var lines = try text(name, context)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
