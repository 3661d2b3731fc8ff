import ArazzoCompiler
import ArazzoTemplates
import Mustache

/// The templates by name, with a user's in the place of the built-in ones; parsed once for all
/// documents of a run.
package struct TemplateSet: Sendable {
  private let library: MustacheLibrary
  /// Empty for code from the built-in templates, which the tests check.
  private let tags: [String: TemplateTags]

  /// What templates are for: those of a package for the command line are seldom needed, and
  /// parsing all takes longer than reading a small document.
  enum Purpose { case code, commandLine }

  /// The templates for generated code.
  ///
  /// - Parameter replacements: A user's, by the names of the built-in ones.
  /// - Throws: ``TemplateError`` where one of them can't be read.
  package init(replacing replacements: [String: String]) throws(TemplateError) {
    try self.init(for: .code, replacing: replacements)
  }

  init(for purpose: Purpose, replacing replacements: [String: String]) throws(TemplateError) {
    var texts = Templates.all.mapValues { String(decoding: $0, as: UTF8.self) }
    for (name, text) in replacements.sorted(by: { $0.key < $1.key }) {
      guard texts[name] != nil else {
        let known = texts.keys.sorted().joined(separator: ", ")
        throw TemplateError(
          template: name, message: "there is no such template; there are \(known)")
      }
      texts[name] = text
    }
    texts = texts.filter { name, _ in
      name.hasPrefix("tool-") == (purpose == .commandLine) || replacements[name] != nil
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
    let isTested = purpose == .code && replacements.isEmpty
    tags = isTested ? [:] : texts.compactMapValues { TemplateTags($0) }
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

/// The tags of a Mustache template, to tell keys for which there is no value.
///
/// Mustache writes nothing for such a key; in a template for code that is a mistake that nobody
/// sees.
struct TemplateTags: Sendable {
  private indirect enum Tag: Sendable {
    case value(String)
    case section(String, [Tag])
    case partial(String)
  }

  private let tags: [Tag]

  /// `nil` for a template with other delimiters or with blocks, which are not looked into.
  init?(_ text: String) {
    var stack: [(name: String, tags: [Tag])] = [("", [])]
    var rest = Array(text.utf8)[...]
    while let open = rest.pair(UInt8(ascii: "{")),
      let close = rest[(open + 2)...].pair(UInt8(ascii: "}"))
    {
      var tag = Substring(decoding: rest[(open + 2)..<close], as: UTF8.self)
      rest = rest[(close + 2)...]
      let kind = tag.first ?? " "
      if "#^/>&{!%=$<".contains(kind) { tag = tag.dropFirst() }
      let name = Self.key(tag)
      switch kind {
      case "#", "^": stack.append((name, []))
      case "/":
        guard stack.count > 1, let last = stack.popLast() else { return nil }
        stack[stack.count - 1].tags.append(.section(last.name, last.tags))
      case ">": stack[stack.count - 1].tags.append(.partial(name))
      case "!", "%": break
      case "=", "$", "<": return nil
      default: stack[stack.count - 1].tags.append(.value(name))
      }
    }
    tags = stack[0].tags
  }

  /// The key of `upper( name.first )`, which is `name`.
  private static func key(_ tag: Substring) -> String {
    let inner = tag.split(separator: "(").last ?? ""
    let name = inner.filter { !$0.isWhitespace && $0 != ")" && $0 != "}" }
    return name.split(separator: ".").first.map(String.init) ?? "."
  }

  /// The first key that has no value where it stands.
  func missingKey(in context: [String: Any], partials: [String: TemplateTags]) -> String? {
    Self.missing(tags, [context], partials, depth: 0)
  }

  private static func missing(
    _ tags: [Tag], _ stack: [[String: Any]], _ partials: [String: TemplateTags], depth: Int
  ) -> String? {
    for tag in tags {
      switch tag {
      case .value(let name): if find(name, stack) == nil { return name }
      case .partial(let name):
        guard depth < 8, let partial = partials[name] else { continue }
        if let key = missing(partial.tags, stack, partials, depth: depth + 1) { return key }
      case .section(let name, let inner):
        guard let value = find(name, stack) else { return name }
        let contexts = value as? [[String: Any]] ?? (value as? [Any] == nil ? [[:]] : [])
        for context in contexts {
          if let key = missing(inner, stack + [context], partials, depth: depth) { return key }
        }
      }
    }
    return nil
  }

  private static func find(_ name: String, _ stack: [[String: Any]]) -> Any? {
    if name == "." { return "" }
    for context in stack.reversed() {
      if let value = context[name] { return value }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The place of the first two equal bytes in a row.
  fileprivate func pair(_ byte: UInt8) -> Int? {
    indices.dropLast().first { self[$0] == byte && self[$0 + 1] == byte }
  }
}

/// Layouts on their way through a template: Mustache knows only text, so a mark stands for each.
///
/// The signs around a mark are control characters, which ``SwiftLiteral`` and ``CommentText`` never
/// write.
struct LayoutMarks {
  private static let start: UInt8 = 2
  private static let end: UInt8 = 3

  private var layouts: [Layout] = []

  /// The value with marks in the place of the layouts in it.
  mutating func marked(_ value: Any) -> Any {
    switch value {
    case let text as String: return Text(renderText: text)
    case is Bool: return value
    case let layout as Layout: return mark(layout)
    case let layouts as [Layout]: return layouts.map { mark($0) }
    case let members as [String: Any]: return Members(values: members.mapValues { marked($0) })
    case let values as [Any]: return values.map { marked($0) }
    default: return value
    }
  }

  private mutating func mark(_ layout: Layout) -> Text {
    layouts.append(layout)
    let mark = [Self.start] + String(layouts.count - 1).utf8 + [Self.end]
    return Text(renderText: String(decoding: mark, as: UTF8.self))
  }

  // Mustache asks each value what it can do: these types answer at once. Of a dictionary the Swift
  // runtime finds it out anew each time, and a string is asked until nothing else is left.

  private struct Members: MustacheParent {
    let values: [String: Any]
    func child(named name: String) -> Any? { values[name] }
  }

  private struct Text: MustacheCustomRenderable, MustacheTransformable, CustomStringConvertible {
    let renderText: String
    let isNull = false
    var description: String { renderText }
    func transform(_ name: String) -> Any? { renderText.transform(name) }
  }

  /// What Mustache wrote, with the layouts in the places of their marks.
  func layout(_ text: String) -> Layout {
    var lines = text.textLines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return .concat(
      lines.enumerated().map { number, line in
        let start: Layout = number == 0 ? .empty : .hardLine
        let spaces = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let odd = String(repeating: " ", count: spaces % 2)
        let content = self.line(line.utf8.dropFirst(spaces))
        return (0..<spaces / 2).reduce([start, .text(odd), content]) { line, _ in .indent(line) }
      })
  }

  /// One line, which breaks at the breaks of its layouts where it is too long.
  private func line(_ line: Substring.UTF8View) -> Layout {
    var parts: [Layout] = []
    for piece in line.split(separator: Self.start, omittingEmptySubsequences: false) {
      let ends = piece.firstIndex(of: Self.end)
      if let ends, let number = Int(Substring(piece[..<ends])), layouts.indices.contains(number) {
        parts += [layouts[number], .text(String(Substring(piece[ends...].dropFirst())))]
      } else {
        parts.append(.text(String(Substring(piece))))
      }
    }
    let layout = Layout.concat(parts)
    return layout.hasHardLine ? layout : .group(layout)
  }
}
