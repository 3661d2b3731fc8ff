extension ConfigurationKey {
  /// All keys of `arazzo-gen.yaml`.
  static var all: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "documents",
        summary: """
          The Arazzo descriptions, each a path or a mapping with a 'path' and its own settings. \
          Without this key, every *.arazzo.yaml, *.arazzo.yml and *.arazzo.json in the folder of \
          this file and below.
          """, kind: .documents, isForOneDocument: false)
    ] + output + content + reading
  }

  private static var output: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "output",
        summary: "The folder for the Swift files; by default 'Generated'.",
        kind: .text(\.output, .path)),
      ConfigurationKey(
        name: "singleFile", summary: "Puts all code of a document into one file of this name.",
        kind: .text(\.singleFile, .swiftFile)),
      ConfigurationKey(
        name: "templates",
        summary:
          "A folder of *.mustache files that replace the built-in templates of the same name.",
        kind: .text(\.templates, .path), isForOneDocument: false),
      ConfigurationKey(
        name: "runtime",
        summary: """
          'package': the code imports ArazzoRuntime. 'embedded': its sources are written beside \
          the code, which then depends on no product of arazzo-gen.
          """, kind: .text(\.runtime, .oneOf(RuntimePlace.allCases.map(\.rawValue))),
        isForOneDocument: false),
    ]
  }

  private static var content: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "access", summary: "The access level of the generated code; by default 'internal'.",
        kind: .text(\.access, .oneOf(AccessLevel.allCases.map(\.rawValue)))),
      ConfigurationKey(
        name: "namespace", summary: "The name of an enum around all declarations.",
        kind: .text(\.namespace, .identifier)),
      ConfigurationKey(
        name: "imports", summary: "More modules for each file to import.",
        kind: .texts(\.imports, .module)),
      ConfigurationKey(
        name: "header", summary: "Text for the comment at the top of each file.",
        kind: .text(\.header, .any)),
      ConfigurationKey(
        name: "names", summary: "Swift names, by the names in the document.",
        kind: .object(names)),
      ConfigurationKey(
        name: "polling",
        summary: "The polling policy for clients without one.",
        kind: .object(polling)),
    ]
  }

  private static var reading: [ConfigurationKey] {
    [
      ConfigurationKey(
        name: "sources",
        summary: "The files to read for source descriptions instead of their 'url', by name.",
        kind: .choices(\.sources, .path)),
      ConfigurationKey(
        name: "workflows",
        summary:
          "The workflows to generate, with those that they call or continue in; by default all.",
        kind: .names(\.workflows)),
      ConfigurationKey(
        name: "strict",
        summary: "Reports spellings that the specification doesn't define as errors, not warnings.",
        kind: .flag(\.strict)),
      ConfigurationKey(
        name: "resumable",
        summary: "Gives workflows without branches a state to resume from, too.",
        kind: .flag(\.resumable)),
      ConfigurationKey(
        name: "mcp",
        summary: """
          Declares the workflows as tools for a server of the Model Context Protocol, too. The code \
          then imports ArazzoMCP.
          """, kind: .flag(\.mcp)),
      ConfigurationKey(
        name: "keepGoing",
        summary: "Generates the workflows without errors even if others have errors.",
        kind: .flag(\.keepGoing), isForOneDocument: false),
      ConfigurationKey(
        name: "allowRemote", summary: "Fetches documents over the network.",
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
        name: "initialDelay", summary: "The first wait, in seconds; by default 1.",
        kind: .number(\.polling.initialDelay, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "backoffFactor",
        summary: "The factor by which each wait is longer than the previous one; by default 1.5.",
        kind: .number(\.polling.backoffFactor, NumberRule(minimum: 1))),
      ConfigurationKey(
        name: "maximumDelay", summary: "The longest wait, in seconds; by default 30.",
        kind: .number(\.polling.maximumDelay, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "jitter",
        summary: "The random variation of a wait, as a fraction of it; by default 0.1.",
        kind: .number(\.polling.jitter, NumberRule(minimum: 0, maximum: 1))),
      ConfigurationKey(
        name: "timeLimit",
        summary: "The longest time that one loop polls, in seconds; by default 3600.",
        kind: .number(\.polling.timeLimit, NumberRule(minimum: 0))),
      ConfigurationKey(
        name: "maximumPasses",
        summary: "The largest number of passes of one loop; by default 10000.",
        kind: .number(
          \.polling.maximumPasses, NumberRule(minimum: 1, maximum: 1_000_000_000, isWhole: true))),
    ]
  }
}
