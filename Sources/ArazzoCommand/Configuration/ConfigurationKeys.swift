extension ConfigurationKey {
  /// Everything that `arazzo-gen.yaml` may say.
  static var all: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "documents",
        summary: """
          The Arazzo descriptions, each a path or a mapping with a 'path' and settings of its own. \
          Without this key, every *.arazzo.yaml, *.arazzo.yml and *.arazzo.json in the folder of \
          this file and below.
          """, kind: .documents, isForOneDocument: false)
    ] + output + content + reading
  }

  private static var output: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "output",
        summary: "The folder that the Swift files go to; 'Generated' unless set.",
        kind: .text(\.output, .path)),
      ConfigurationKey(
        name: "singleFile", summary: "Puts everything of a document into one file of this name.",
        kind: .text(\.singleFile, .swiftFile)),
      ConfigurationKey(
        name: "templates",
        summary: "A folder whose *.mustache files take the place of the built-in ones.",
        kind: .text(\.templates, .path), isForOneDocument: false),
      ConfigurationKey(
        name: "runtime",
        summary: """
          'package': the code imports ArazzoRuntime; 'embedded': its sources are written beside the \
          code, which then needs no product of arazzo-gen.
          """, kind: .text(\.runtime, .oneOf(RuntimePlace.allCases.map(\.rawValue))),
        isForOneDocument: false),
    ]
  }

  private static var content: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "access", summary: "The access level of what is generated; 'internal' unless set.",
        kind: .text(\.access, .oneOf(AccessLevel.allCases.map(\.rawValue)))),
      ConfigurationKey(
        name: "namespace", summary: "The name of an enum around everything that is generated.",
        kind: .text(\.namespace, .identifier)),
      ConfigurationKey(
        name: "imports", summary: "Modules that each file imports besides those that it needs.",
        kind: .texts(\.imports, .module)),
      ConfigurationKey(
        name: "header", summary: "Text for the comment at the top of each file.",
        kind: .text(\.header, .any)),
      ConfigurationKey(
        name: "names", summary: "What things are called in Swift, by their names in the document.",
        kind: .object(names)),
      ConfigurationKey(
        name: "polling",
        summary: "How long to wait before asking again, for clients that bring no policy.",
        kind: .object(polling)),
    ]
  }

  private static var reading: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "sources",
        summary: "The file to read for a source description, by its name, whatever its 'url' says.",
        kind: .choices(\.sources, .path)),
      ConfigurationKey(
        name: "workflows",
        summary: "The workflows to generate, with those that they lead to; all unless set.",
        kind: .names(\.workflows)),
      ConfigurationKey(
        name: "strict",
        summary: "Spellings that the specification does not have are errors, not warnings.",
        kind: .flag(\.strict)),
      ConfigurationKey(
        name: "resumable",
        summary: "Gives every workflow a state to be resumed from, those without branches too.",
        kind: .flag(\.resumable)),
      ConfigurationKey(
        name: "keepGoing",
        summary: "Generates the workflows without an error though others have some.",
        kind: .flag(\.keepGoing), isForOneDocument: false),
      ConfigurationKey(
        name: "allowRemote", summary: "Fetches documents that are on the network.",
        kind: .flag(\.allowRemote)),
    ]
  }

  private static var names: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "workflows",
        summary: "Functions, by 'workflowId'; the types are in an enum of the same name.",
        kind: .choices(\.names.workflows, .identifier)),
      ConfigurationKey(
        name: "steps",
        summary: "Cases of the state, by 'stepId', or by 'workflowId/stepId' for one workflow.",
        kind: .choices(\.names.steps, .identifier)),
      ConfigurationKey(
        name: "fields",
        summary:
          "Inputs, outputs and members of responses, by name, or by 'workflowId/name' for one workflow.",
        kind: .choices(\.names.fields, .identifier)),
    ]
  }

  private static var polling: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "initialDelay", summary: "The first wait, in seconds; 1 unless set.",
        kind: .number(\.polling.initialDelay, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "growth",
        summary: "What each wait is multiplied by to give the next one; 1.5 unless set.",
        kind: .number(\.polling.growth, NumberRule(minimum: 1))),
      ConfigurationKey(
        name: "maximumDelay", summary: "What waits grow to, in seconds; 30 unless set.",
        kind: .number(\.polling.maximumDelay, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "jitter",
        summary: "How far a wait may stray from its length, as a share of it; 0.1 unless set.",
        kind: .number(\.polling.jitter, NumberRule(minimum: 0, maximum: 1))),
      ConfigurationKey(
        name: "timeLimit", summary: "How long one loop may poll, in seconds; 3600 unless set.",
        kind: .number(\.polling.timeLimit, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "passLimit", summary: "How often one loop may be passed through; 10000 unless set.",
        kind: .number(
          \.polling.passLimit, NumberRule(minimum: 1, maximum: 1_000_000_000, isWhole: true))),
    ]
  }
}
