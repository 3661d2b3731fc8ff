// Reduces symbol graphs to a sorted list: a line a symbol, what is for generated code apart.
//
// Usage: swift api.swift FOLDER MODULE...
import Foundation

struct Graph: Decodable {
  struct Symbol: Decodable {
    struct Kind: Decodable { var identifier: String }
    struct Identifier: Decodable { var precise: String }
    struct Fragment: Decodable { var spelling: String }

    var kind: Kind
    var identifier: Identifier
    var pathComponents: [String]
    var declarationFragments: [Fragment]?
    var spi: Bool?
  }

  struct Relationship: Decodable {
    var kind: String
    var source: String
    var target: String
    var targetFallback: String?
  }

  var symbols: [Symbol]
  var relationships: [Relationship]
}

extension Graph.Symbol {
  /// The declaration on one line.
  var declaration: String {
    (declarationFragments ?? []).map(\.spelling).joined()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The lines of a module, without a title.
struct Section {
  var people: [String] = []
  var generated: [String] = []

  init(_ graphs: [Graph]) {
    let symbols = graphs.flatMap(\.symbols)
    let names = Dictionary(
      symbols.map { ($0.identifier.precise, $0.pathComponents.joined(separator: ".")) },
      uniquingKeysWith: { one, _ in one })
    var conformances: [String: Set<String>] = [:]
    for relationship in graphs.flatMap(\.relationships) where relationship.kind == "conformsTo" {
      let target = names[relationship.target] ?? relationship.targetFallback ?? relationship.target
      conformances[relationship.source, default: []].insert(target)
    }
    for symbol in symbols where symbol.kind.identifier != "swift.extension" {
      let path = symbol.pathComponents.dropLast().joined(separator: ".")
      let line =
        (path.isEmpty ? "" : path + ": ") + symbol.declaration
        + Self.list(conformances[symbol.identifier.precise] ?? [], of: symbol)
      if symbol.spi ?? false { generated.append(line) } else { people.append(line) }
    }
    (people, generated) = (people.sorted(), generated.sorted())
  }

  /// What every type conforms to, or the compiler alone adds.
  private static let implied: Set<String> = [
    "BitwiseCopyable", "Copyable", "Escapable", "SendableMetatype",
  ]

  /// The conformances behind a colon; a protocol's own declaration has them.
  private static func list(_ conformances: Set<String>, of symbol: Graph.Symbol) -> String {
    let names = Set(conformances.map { $0.components(separatedBy: ".").last ?? $0 })
      .subtracting(implied).sorted()
    guard !names.isEmpty, symbol.kind.identifier != "swift.protocol" else { return "" }
    return " : " + names.joined(separator: ", ")
  }

  func text(_ module: String) -> String {
    let parts = [("", people), (", @_spi(Generated)", generated)].filter { !$0.1.isEmpty }
    return parts.map { title, lines in
      "# \(module)\(title)\n\n" + lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }
}

func graphs(of module: String, in folder: URL) throws -> [Graph] {
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  return try names.filter {
    $0 == module + ".symbols.json" || ($0.hasPrefix(module + "@") && $0.hasSuffix(".symbols.json"))
  }.map {
    try JSONDecoder().decode(Graph.self, from: Data(contentsOf: folder.appendingPathComponent($0)))
  }
}

let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let texts = try CommandLine.arguments.dropFirst(2).map { module in
  Section(try graphs(of: module, in: folder)).text(module)
}
print(texts.joined(separator: "\n"), terminator: "")
