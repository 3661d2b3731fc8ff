import ArazzoCompiler

/// What the workflows and servers of a document are called in Swift.
struct DocumentNames {
  /// The document's name as a type: its file's without endings, or its title.
  let stem: String
  /// The enum around the types of the APIs' schemas.
  let typesType: String
  /// The enum around the tools.
  let toolsType: String
  /// The types of response values.
  let declarations: DeclarationNames
  private let servers: [ServerPlan: String]
  private let schemes: [SchemePlan.ID: String]
  private let types: [String: String]
  private let functions: [String: String]
  /// What was chosen for what is inside the workflows.
  let choices: NameChoices
  /// The enum around everything.
  let namespace: String?

  init(_ plan: DocumentPlan, choices: NameChoices = NameChoices(), namespace: String? = nil) {
    self.choices = choices
    self.namespace = namespace
    stem = SwiftName.upper(Self.stem(of: plan), prefix: "document")
    let serversType = stem + "Servers"
    let securityType = stem + "Security"
    let around = namespace.map { [$0] } ?? []
    var scope = NameScope(taken: Set([serversType, securityType] + around), ignoresCase: true)
    for workflow in plan.workflows {
      let name =
        choices.type(of: workflow.id) ?? SwiftName.upper(workflow.id, prefix: "workflow")
      scope.add(Self.isTaken(name, [serversType, securityType]) ? name + "Workflow" : name)
    }
    let ids = plan.workflows.map(\.id)
    let names = scope.resolved()
    types = Dictionary(zip(ids, names), uniquingKeysWith: { first, _ in first })
    let functionNames = NameScope.resolve(
      zip(ids, names).map { choices.function(of: $0, $1) ?? Self.function($1) })
    functions = Dictionary(zip(ids, functionNames), uniquingKeysWith: { first, _ in first })
    allFunctions = Set(functionNames)
    typesType = Self.typesType(stem, beside: names + functionNames + around)
    toolsType = Self.toolsType(
      stem, beside: names + functionNames + around + [typesType, serversType, securityType])
    declarations = DeclarationNames(plan, outside: Set(names + [typesType]), choices: choices)
    let unique = plan.uniqueServers
    let members = unique.map { ReservedNames.member(SwiftName.lower($0.source, prefix: "server")) }
    servers = Dictionary(
      zip(unique, NameScope.resolve(members)), uniquingKeysWith: { first, _ in first })
    let areOfOne = Set(plan.schemes.map(\.source)).count == 1
    let keys = plan.schemes.map { scheme in
      let name = areOfOne ? scheme.name : scheme.source + "-" + scheme.name
      return ReservedNames.member(SwiftName.lower(name, prefix: "scheme"))
    }
    schemes = Dictionary(
      zip(plan.schemes.map(\.id), NameScope.resolve(keys)), uniquingKeysWith: { first, _ in first })
  }

  var serversType: String { stem + "Servers" }

  var securityType: String { stem + "Security" }

  /// The document's name, or a longer one where a workflow has it.
  private static func typesType(_ stem: String, beside others: [String]) -> String {
    let taken = Set(others.map { $0.lowercased() })
    let isTaken = { (name: String) in
      taken.contains(name.lowercased()) || ReservedNames.topLevel.contains(name)
    }
    let names =
      [stem, stem + "Types"] + (2...).lazy.prefix(taken.count + 2).map { "\(stem)Types\($0)" }
    return names.first { !isTaken($0) } ?? stem + "Types"
  }

  /// The document's name with a word after it that no other type of the document has.
  private static func toolsType(_ stem: String, beside others: [String]) -> String {
    let taken = Set(others.map { $0.lowercased() })
    let names = ["Tools", "MCPTools"] + (2...).lazy.prefix(taken.count + 1).map { "Tools\($0)" }
    let word = names.first { word in
      let name = stem + word
      return !taken.contains(name.lowercased()) && !ReservedNames.topLevel.contains(name)
    }
    return stem + (word ?? "Tools")
  }

  /// The type of a response's value.
  ///
  /// - Parameter workflow: The workflow inside whose type it is named; `nil` for none.
  func type(_ declaration: DeclarationID, in workflow: String?) -> String {
    path(of: declaration, in: workflow).joined(separator: ".")
  }

  /// The names from the outermost one down.
  func path(of declaration: DeclarationID, in workflow: String?) -> [String] {
    let owner = declarations.plan(of: declaration)?.workflow
    let path = declarations.path(of: declaration)
    let outer = owner.map(type) ?? typesType
    return owner != nil && owner == workflow ? path : [outer] + path
  }

  func scheme(_ scheme: SchemePlan) -> String {
    schemes[scheme.id] ?? SwiftName.lower(scheme.name, prefix: "scheme")
  }

  func type(_ workflow: String) -> String { types[workflow] ?? SwiftName.upper(workflow) }
  func function(_ workflow: String) -> String {
    functions[workflow] ?? Self.function(type(workflow))
  }
  func server(_ server: ServerPlan) -> String {
    servers[server] ?? SwiftName.lower(server.source, prefix: "server")
  }

  /// The enum of the servers that there are to choose from.
  func serverType(_ server: ServerPlan) -> String {
    let name = self.server(server)
    let type = name.prefix(1).uppercased() + name.dropFirst()
    let isTaken = type == name || ReservedNames.types.contains(type)
    return isTaken ? type + "Choice" : type
  }

  /// Every function of the document, which a local name would hide.
  let allFunctions: Set<String>

  /// What is added to the name of a workflow for what another one takes of it.
  static let dependencySuffixes = ["Result", "Outputs", "Inputs"]

  /// What the names of a workflow's result, outputs and inputs begin with where another one takes
  /// them: its function's, unless that makes the name of a function.
  func dependency(_ workflow: String) -> String {
    let function = function(workflow)
    let isFree = Self.dependencySuffixes.allSatisfy { !allFunctions.contains(function + $0) }
    return isFree ? function : function + "Dependency"
  }

  /// Whether a workflow's type or function would hide what the code needs.
  private static func isTaken(_ type: String, _ others: Set<String>) -> Bool {
    others.contains(type)
      || !ReservedNames.topLevel.isDisjoint(with: [type, function(type)])
      || ReservedNames.locals.contains(function(type))
      || ReservedNames.tools.contains(function(type))
  }

  /// The function that goes with a type: `RunApp2` with `runApp2`, `URLList` with `urlList`. A script
  /// without case has one name for both.
  private static func function(_ type: String) -> String {
    let name = SwiftName.lower(type)
    return name == type ? "run" + type : name
  }

  /// File names that say nothing of what is in the file, as two folders may have them.
  private static let plainNames: Set<String> = [
    "api", "arazzo", "arazzo-spec", "description", "document", "index", "main", "openapi", "spec",
    "workflow", "workflows",
  ]

  /// The file's name without its endings. Where every document may have that name, the title of the
  /// API that its workflows call, or if they call several, the document's own title.
  private static func stem(of plan: DocumentPlan) -> String {
    let name = stem(plan.fileName)
    guard plainNames.contains(name.lowercased()) else { return name }
    let apis = Set(plan.servers.map(\.title))
    let titles = (apis.count == 1 ? Array(apis) : []) + [plan.title]
    return titles.map(ReadableText.oneLine).first { !NameWords($0).words.isEmpty } ?? name
  }

  private static func stem(_ fileName: String) -> String {
    var name =
      fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    for ending in [".yaml", ".yml", ".json", ".arazzo"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return name
  }
}
