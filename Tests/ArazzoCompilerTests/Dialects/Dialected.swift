import ArazzoDocuments
import Testing

@testable import ArazzoCompiler

/// A workflow of two steps, of which the second has what a test writes.
struct Dialected {
  private let document: String

  /// - Parameter fields: The fields of step `use`, to be indented by eight.
  init(_ fields: String, operation: String = "operationId: createParcel") {
    document = Self.document(fields, operation: operation)
  }

  /// The document with the fields of step `use`.
  static func document(
    _ fields: String, operation: String = "operationId: createParcel"
  ) -> String {
    let lines = fields.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n")
    return """
      arazzo: 1.0.1
      info: {title: Parcels, version: 1.0.0}
      sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
      workflows:
        - workflowId: flow
          inputs: {$ref: '#/components/inputs/all'}
          steps:
            - stepId: list
              operationId: listParcels
              outputs: {items: $response.body#/items, next: $response.body#/next}
            - stepId: use
              \(operation)
      \(lines)
      components:
        inputs:
          all: {type: object, properties: {name: {type: string}, who: {}, n: {type: integer}}}
      """
  }

  /// What comes of it, after the dialect's one warning was looked at: it has the count and the first
  /// place, says what to write, and is an error under `--strict`, which leaves the workflow out.
  ///
  /// - Parameter use: How often the dialect is used.
  func compile(
    _ dialect: Dialect, uses: Int, at place: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> StepPlan {
    let loose = try Compilation(document: document)
    let strict = try Compilation(document: document, strict: true)
    let count = uses == 1 ? "" : " (\(uses) places; this is the first)"
    let message = dialect.summary + count
    let said = loose.all.filter { $0.message.hasPrefix(dialect.summary) }
    #expect(
      said.map(\.line) == ["\(place): warning: \(message)"], "\(loose.lines)",
      sourceLocation: sourceLocation)
    #expect(said.first?.suggestion != nil, sourceLocation: sourceLocation)
    #expect(loose.errors == [], sourceLocation: sourceLocation)
    #expect(
      strict.errors == ["\(place): error: \(message)"], sourceLocation: sourceLocation)
    #expect(strict.workflow == nil, sourceLocation: sourceLocation)
    return try #require(loose.step("use"), sourceLocation: sourceLocation)
  }
}
