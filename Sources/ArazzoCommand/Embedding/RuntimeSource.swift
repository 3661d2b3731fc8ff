/// A source file of a module that generated code imports.
package struct RuntimeSource: Sendable {
  /// The module, as `ArazzoRuntime`.
  let module: String
  /// The file's name, as `WorkflowClient.swift`.
  let name: String
  let text: String

  package init(module: String, name: String, text: String) {
    (self.module, self.name, self.text) = (module, name, text)
  }
}

extension RuntimeSource {
  /// The code as a part of another module, without imports of modules that become parts of it too;
  /// `nil` where there is nothing but comments.
  ///
  /// The tool carries the runtime's sources as the texts that they are built from, and to parse all
  /// of Swift it would need swift-syntax. Only imports and access levels change; in these files, which
  /// swift-format wrote, both are to be found line by line.
  ///
  /// - Parameter modules: Those that become parts of the other module.
  func code(access: AccessLevel, besides modules: Set<String>) -> String? {
    var lines: [Line] = []
    var isHead = true
    for text in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = Line(text)
      switch line {
      case .import(let module, _) where modules.contains(module): continue
      // What stood between two imports is one blank line too many.
      case .blank where isHead && lines.last?.isBlank != false: continue
      case .code: isHead = false
      case .blank, .comment, .import: break
      }
      lines.append(line)
    }
    let isEmpty = lines.allSatisfy { $0.isBlank || $0.isComment }
    return isEmpty ? nil : lines.map { $0.text(access: access) }.joined(separator: "\n")
  }

  private enum Line {
    case blank
    case comment(Substring)
    case `import`(module: String, Substring)
    case code(Substring)

    init(_ line: Substring) {
      let words = line.split(separator: " ")
      if words.isEmpty {
        self = .blank
      } else if words[0].hasPrefix("//") {
        self = .comment(line)
      } else if words.count > 1, words[words.count - 2] == "import" {
        self = .import(module: String(words[words.count - 1]), line)
      } else {
        self = .code(line)
      }
    }

    var isBlank: Bool { if case .blank = self { true } else { false } }
    var isComment: Bool { if case .comment = self { true } else { false } }

    private static var forGeneratedCode: String { "@_spi(Generated) " }

    /// What was public is as visible as the code, what was for the package is for the module. Only
    /// what stays public can be for generated code alone.
    func text(access: AccessLevel) -> String {
      switch self {
      case .blank: return ""
      case .comment(let line): return String(line)
      case .import(_, let line), .code(let line):
        let isForPackage = line.drop { $0 == " " }.hasPrefix("package ")
        let inModule =
          isForPackage
          ? String(line).replacing("package ", with: "", maxReplacements: 1) : String(line)
        switch access {
        case .public: return inModule
        case .package:
          return inModule.replacing(Self.forGeneratedCode, with: "")
            .replacing(#/\bpublic (?=[a-z])/#, with: "package ")
        // Where everything is internal, the setter is anyway.
        case .internal:
          return inModule.replacing(Self.forGeneratedCode, with: "")
            .replacing(#/\bpublic (?=[a-z])/#, with: "")
            .replacing("internal(set) ", with: "")
        }
      }
    }
  }
}
