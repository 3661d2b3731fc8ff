import ArgumentParser

/// The process that a document is generated in, so that none has the memory of another.
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grow", abstract: "Generates a document and tells its cost.", shouldDisplay: false)

  @Argument(help: "A small document, for what any document takes.")
  var small: String

  @Argument(help: "The document.")
  var large: String

  func run() throws {
    let cost = try ScaleBenchmark.measure(small, large)
    print(cost.seconds, cost.bytes)
  }
}

/// A document that grows in one way.
enum GrowingDocument: CaseIterable {
  case workflows, steps, branches, openAPI

  /// A title and the largest size.
  var largest: (title: String, size: Int) {
    switch self {
    case .workflows: ("workflows", 1_000)
    case .steps: ("steps in a row", 500)
    case .branches: ("steps with branches", 200)
    case .openAPI: ("MB of OpenAPI", 20)
    }
  }

  /// The documents of a size.
  func documents(_ size: Int) throws -> GeneratedDocuments {
    let documents = try GeneratedDocuments()
    let small = ArazzoText.document(
      [ArazzoText.workflow("small", steps: [0])], source: "small.yaml")
    try documents.write(LargeOpenAPI.yaml(paths: 4), to: "small.yaml")
    try documents.add(small, named: "small.arazzo.yaml")
    let workflows =
      switch self {
      case .workflows: (0..<size).map { ArazzoText.workflow("flow\($0)", steps: [0, 1]) }
      case .steps: [ArazzoText.workflow("flow", steps: (0..<size).map { $0 % 4 })]
      case .branches: [ArazzoText.branching("flow", steps: size)]
      case .openAPI: [ArazzoText.workflow("flow", steps: [0, 1])]
      }
    let paths = self == .openAPI ? size * 1_000_000 / 2_000 : 4
    try documents.write(LargeOpenAPI.yaml(paths: paths), to: "api.yaml")
    try documents.add(
      ArazzoText.document(workflows, source: "api.yaml"), named: "large.arazzo.yaml")
    return documents
  }
}
