import ArazzoRuntimeSources
import Foundation
import Testing

@testable import ArazzoCommand

@Suite("The names that generated code leaves to the runtime")
struct RuntimeNamesTests {
  /// The file with the names; a test writes it, so that nobody has to keep it.
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/ArazzoSwiftEmitter/Naming/RuntimeNames.swift").standardized

  @Test("are those that its sources have today: declared, private ones too, or used")
  func areCurrent() throws {
    // Generated code that the store's sources stand beside is in a namespace.
    let names = RuntimeNameReader.reading(
      RuntimeSources.all.filter { $0.module != "ArazzoStore" })
    if ProcessInfo.processInfo.environment["ARAZZO_WRITE_NAMES"] != nil {
      try Data(names.file.utf8).write(to: Self.path)
    }
    let committed = try String(contentsOf: Self.path, encoding: .utf8)
    #expect(
      committed == names.file,
      "write it anew: ARAZZO_WRITE_NAMES=1 swift test --filter RuntimeNamesTests")
  }

  @Test("come from declarations of every kind and access, and from what these refer to")
  func reading() {
    let names = RuntimeNameReader.reading([
      RuntimeSource(
        module: "ArazzoOne", name: "a.swift",
        text: """
          import Foundation
          // A Comment, and "Strings", are none.
          public struct Shown: Codable {
            struct Inner {}
            let text = "Some \\" Text { "
          }
          #if canImport(Darwin)
            private final class Own {}
          #endif
          extension Shown { var inner: Inner { Inner(.Member) } }
          package enum ForPackage: Error { case a }

          """)
    ])
    #expect(names.visible == ["ArazzoOne", "ForPackage", "Shown"])
    #expect(names.hidden == ["Codable", "Darwin", "Error", "Foundation", "Own"])
  }
}

/// Reads from Swift sources which names a type beside them can't have.
struct RuntimeNameReader {
  private(set) var visible: Set<String> = []
  private var own: Set<String> = []
  private var inner: Set<String> = []
  private var used: Set<String> = []

  static func reading(_ sources: [RuntimeSource]) -> RuntimeNameReader {
    var reader = RuntimeNameReader()
    for source in sources {
      reader.visible.insert(source.module)
      reader.read(source.text)
    }
    return reader
  }

  /// What is declared at the top for the module itself, and what is used and comes from elsewhere.
  var hidden: Set<String> { own.union(used.subtracting(inner)).subtracting(visible) }

  private mutating func read(_ text: String) {
    var depth = 0
    for line in text.split(separator: "\n") {
      let code = Self.code(line)
      if let match = code.firstMatch(of: Self.declaration) {
        add(String(match.name), String(match.modifiers), isInner: depth > 0)
      }
      for match in code.matches(of: #/(\.?)\b([A-Z]\w+)/#) where match.1.isEmpty {
        used.insert(String(match.2))
      }
      depth += code.count { $0 == "{" } - code.count { $0 == "}" }
    }
  }

  private mutating func add(_ name: String, _ modifiers: String, isInner: Bool) {
    if isInner {
      if name.first?.isUppercase == true { inner.insert(name) }
    } else if modifiers.contains(#/\b(?:public|package)\b/#) {
      visible.insert(name)
    } else {
      own.insert(name)
    }
  }

  private static var declaration: Regex<(Substring, modifiers: Substring, name: Substring)> {
    #/^(?<modifiers>(?:@\w+(?:\(\w+\))? |[a-z]+(?:\(\w+\))? )*?)(?:struct|enum|class|actor|protocol|typealias|func|let|var) (?<name>\w+)/#
  }

  /// A line without comments, strings and regular expressions.
  private static func code(_ line: Substring) -> String {
    let text = line.drop { $0 == " " }
    if text.hasPrefix("//") { return "" }
    return text.replacing(#/"(?:\\.|[^"\\])*"/#, with: "").replacing(#/\#\/.*\/\#/#, with: "")
      .split(separator: " //", omittingEmptySubsequences: false).first.map(String.init) ?? ""
  }
}

extension RuntimeNameReader {
  /// The file as it is committed.
  var file: String {
    """
    /// Names in the sources of the modules that generated code imports, as `RuntimeNamesTests` reads
    /// them there: to write this file anew, run
    /// `ARAZZO_WRITE_NAMES=1 swift test --filter RuntimeNamesTests`.
    enum RuntimeNames {
      /// The modules, and what they declare for others.
      static let visible: Set<String> = [
    \(Self.list(visible))
      ]

      /// What they declare for themselves, and what they use of Swift, Foundation and other libraries.
      static let hidden: Set<String> = [
    \(Self.list(hidden))
      ]
    }

    """
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().reduce(into: ["   "]) { lines, name in
      let word = " \"\(name)\","
      if lines[lines.count - 1].count + word.count > 100 { lines.append("   ") }
      lines[lines.count - 1] += word
    }.joined(separator: "\n")
  }
}
