import ArazzoDocuments

/// The settings of a document's code: from the command line, from `arazzo-gen.yaml`, or for
/// one document there. A setting that is `nil` or empty is taken from the next of these.
struct Settings {
  var output: String?
  var singleFile: String?
  var access: String?
  var namespace: String?
  var imports: [String]?
  var header: String?
  var runtime: String?
  var templates: String?
  var strict: Bool?
  var keepGoing: Bool?
  /// Whether workflows without branches have a state as well.
  var resumable: Bool?
  /// Whether the workflows are declared as tools as well.
  var mcp: Bool?
  var allowRemote: Bool?
  /// Files by the names of source descriptions.
  var sources: [Choice] = []
  /// The workflows to generate; `nil` for all of them.
  var workflows: [Mention]?
  var names = Names()
  var polling = Polling()

  /// A name in the settings, with its location.
  struct Mention: Hashable {
    let name: String
    /// `nil` for one on the command line.
    var place: Location?
  }

  /// A name with its value.
  struct Choice {
    let mention: Mention
    let value: String
  }

  /// The Swift names of workflows, steps and fields.
  struct Names {
    var workflows: [Choice] = []
    var steps: [Choice] = []
    var fields: [Choice] = []
  }

  /// The polling policy of clients without one, in seconds.
  struct Polling {
    var initialDelay: Double?
    var backoffFactor: Double?
    var maximumDelay: Double?
    var jitter: Double?
    var timeLimit: Double?
    var maximumPasses: Double?
  }
}

extension Settings {
  /// These settings, completed by those of `other`.
  func over(_ other: Settings) -> Settings {
    var result = self
    result.output = output ?? other.output
    result.singleFile = singleFile ?? other.singleFile
    result.access = access ?? other.access
    result.namespace = namespace ?? other.namespace
    result.imports = imports ?? other.imports
    result.header = header ?? other.header
    result.runtime = runtime ?? other.runtime
    result.templates = templates ?? other.templates
    result.strict = strict ?? other.strict
    result.keepGoing = keepGoing ?? other.keepGoing
    result.resumable = resumable ?? other.resumable
    result.mcp = mcp ?? other.mcp
    result.allowRemote = allowRemote ?? other.allowRemote
    result.sources = sources.over(other.sources)
    result.workflows = workflows ?? other.workflows
    result.names = names.over(other.names)
    result.polling = polling.over(other.polling)
    return result
  }
}

extension Settings.Names {
  fileprivate func over(_ other: Self) -> Self {
    Self(
      workflows: workflows.over(other.workflows), steps: steps.over(other.steps),
      fields: fields.over(other.fields))
  }
}

extension Settings.Polling {
  fileprivate func over(_ other: Self) -> Self {
    Self(
      initialDelay: initialDelay ?? other.initialDelay,
      backoffFactor: backoffFactor ?? other.backoffFactor,
      maximumDelay: maximumDelay ?? other.maximumDelay, jitter: jitter ?? other.jitter,
      timeLimit: timeLimit ?? other.timeLimit, maximumPasses: maximumPasses ?? other.maximumPasses)
  }
}

extension [Settings.Choice] {
  /// These choices, and the others for names that these have none for.
  fileprivate func over(_ other: Self) -> Self {
    let own = Set(map(\.mention.name))
    return self + other.filter { !own.contains($0.mention.name) }
  }

  /// The values by name.
  var values: [String: String] {
    Dictionary(map { ($0.mention.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
