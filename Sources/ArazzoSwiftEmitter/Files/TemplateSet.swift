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

  /// A template filled in; values of the context that are layouts break where they stand in it.
  func layout(_ name: String, _ context: [String: Any]) throws -> Layout {
    if let key = tags[name]?.missingKey(in: context, partials: tags) {
      throw TemplateError(template: name, message: "there is no value for '\(key)'")
    }
    var marks = LayoutMarks()
    guard let text = library.render(marks.marked(context), withTemplate: name) else {
      throw TemplateError(template: name, message: "there is no such template")
    }
    return marks.layout(text)
  }
}
