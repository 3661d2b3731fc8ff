import ArgumentParser

/// What gets the input.
enum Subject: String, CaseIterable, ExpressibleByArgument {
  case documents, names, json, streams, patterns, paths, xml

  func fuzzer(examples: String, sample: TypeCheckSample) throws -> any Fuzzer {
    switch self {
    case .documents:
      try DocumentFuzzer(examples: ExampleFolder.all(in: examples), sample: sample)
    case .names: try NameFuzzer(examples: ExampleFolder.all(in: examples), sample: sample)
    case .json: JSONFuzzer()
    case .streams: StreamFuzzer()
    case .patterns: PatternFuzzer()
    case .paths: PathFuzzer()
    case .xml: XMLFuzzer()
    }
  }
}
