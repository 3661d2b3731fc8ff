import ArazzoCompiler

/// What the workflows and servers of a document are called in Swift.
struct DocumentNames {
  /// The document's name as a type, without its file endings.
  let stem: String
  private let servers: [ServerPlan: String]
  private let types: [String: String]
  private let functions: [String: String]

  init(_ plan: DocumentPlan) {
    stem = SwiftName.upper(Self.stem(plan.fileName), prefix: "document")
    let serversType = stem + "Servers"
    var scope = NameScope(taken: [serversType], ignoresCase: true)
    for workflow in plan.workflows {
      let name = SwiftName.upper(workflow.id, prefix: "workflow")
      let isTaken = ReservedNames.types.contains(name) || name == serversType
      scope.add(isTaken ? name + "Workflow" : name)
    }
    let ids = plan.workflows.map(\.id)
    let names = scope.resolved()
    types = Dictionary(zip(ids, names), uniquingKeysWith: { first, _ in first })
    functions = Dictionary(
      zip(ids, names.map(Self.function)), uniquingKeysWith: { first, _ in first })
    let unique = plan.servers.reduce(into: [ServerPlan]()) { if !$0.contains($1) { $0.append($1) } }
    let members = unique.map { ReservedNames.member(SwiftName.lower($0.source, prefix: "server")) }
    servers = Dictionary(
      zip(unique, NameScope.resolve(members)), uniquingKeysWith: { first, _ in first })
  }

  var serversType: String { stem + "Servers" }

  func type(_ workflow: String) -> String { types[workflow] ?? SwiftName.upper(workflow) }
  func function(_ workflow: String) -> String {
    functions[workflow] ?? Self.function(type(workflow))
  }
  func server(_ server: ServerPlan) -> String {
    servers[server] ?? SwiftName.lower(server.source, prefix: "server")
  }

  /// Every function of the document, which a local name would hide.
  var allFunctions: Set<String> { Set(functions.values) }

  /// The function that goes with a type: `RunApp2` with `runApp2`, `URLList` with `urlList`.
  private static func function(_ type: String) -> String { SwiftName.lower(type) }

  private static func stem(_ fileName: String) -> String {
    var name =
      fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    for ending in [".yaml", ".yml", ".json", ".arazzo"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name
  }
}
