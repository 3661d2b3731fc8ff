import Foundation

/// A folder with Arazzo documents and API descriptions for the generator, gone with the benchmark.
final class GeneratedDocuments {
  let folder: String
  /// The paths of the Arazzo documents.
  private(set) var documents: [String] = []
  /// What calls for one of them each would read: a source comes as often as a document names it.
  private(set) var bytes: [[UInt8]] = []

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "arazzo-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Adds documents that share a large API description, eight by eight, as a company publishes
  /// them.
  func addFamily(documents count: Int, paths: Int) throws {
    let api = LargeOpenAPI.yaml(paths: paths)
    for number in 0..<count {
      let source = "api\(number / 8).yaml"
      if number.isMultiple(of: 8) {
        try write(api, to: source)
      } else {
        bytes.append(Array(api.utf8))
      }
      let workflow = ArazzoText.workflow(
        "flow\(number)", steps: (0..<3).map { (number * 3 + $0) % paths })
      try add(ArazzoText.document([workflow], source: source), named: "flow\(number).arazzo.yaml")
    }
  }

  func add(_ text: String, named name: String) throws {
    try write(text, to: name)
    documents.append("\(folder)/\(name)")
  }

  func write(_ text: String, to name: String) throws {
    bytes.append(Array(text.utf8))
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }
}

/// The text of Arazzo documents over ``LargeOpenAPI``.
enum ArazzoText {
  static func document(_ workflows: [String], source: String) -> String {
    """
    arazzo: 1.0.1
    info: {title: Things, version: "1"}
    sourceDescriptions:
      - {name: things, url: \(source), type: openapi}
    workflows:

    """ + workflows.joined()
  }

  /// A workflow whose steps call operations one after the other.
  static func workflow(_ name: String, steps: [Int]) -> String {
    head(of: name) + steps.enumerated().map { step("step\($0)", calling: $1) }.joined()
  }

  /// A workflow of which each step has branches to others.
  static func branching(_ name: String, steps count: Int) -> String {
    head(of: name)
      + (0..<count).map { number in
        step("step\(number)", calling: 0) + """
                  onSuccess:
                    - {name: go, type: goto, stepId: step\((number * 7 + 3) % count), criteria:
                        [{condition: "$response.body#/status == 'queued'"}]}
                    - {name: done, type: end, criteria:
                        [{condition: "$response.body#/status == 'failed'"}]}

          """
      }.joined()
  }

  private static func head(of name: String) -> String {
    """
      - workflowId: \(name)
        inputs:
          type: object
          required: [account, id]
          properties: {account: {type: string}, id: {type: string}}
        steps:

    """
  }

  private static func step(_ name: String, calling operation: Int) -> String {
    """
          - stepId: \(name)
            operationId: getThing\(operation)
            parameters:
              - {name: account, in: path, value: $inputs.account}
              - {name: id, in: path, value: $inputs.id}
            successCriteria:
              - condition: $statusCode == 200
            outputs:
              created: $response.body#/created

    """
  }
}
