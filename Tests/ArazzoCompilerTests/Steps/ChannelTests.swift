import Testing

@testable import ArazzoCompiler

@Suite("Steps on channels (rule D2)")
struct ChannelTests {
  private func compile(_ step: String) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.1.0
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions:
          - {name: parcels, url: parcels.yml, type: openapi}
          - {name: events, url: events.yml, type: asyncapi}
        workflows:
          - workflowId: listens
            steps:
              - {stepId: hear, \(step)}
          - workflowId: asks
            steps:
              - {stepId: list, operationId: $sourceDescriptions.parcels.listParcels}
        """)
  }

  @Test(
    "d2_aStepOnAChannelIsRefusedWithAPlaceAndNothingElseIs",
    arguments: [
      "channelPath: '{$sourceDescriptions.events.url}#/channels/a', action: send",
      "operationId: $sourceDescriptions.events.made",
      "operationId: made, action: receive, correlationId: 1",
    ])
  func channels(step: String) throws {
    let compilation = try compile(step)
    #expect(compilation.errors.count == 1)
    #expect(
      compilation.errors.first?.contains(
        "step 'hear' uses a channel of an AsyncAPI description, which isn't supported") == true
    )
    #expect(compilation.errors.first?.hasPrefix("9:") == true)
    #expect(compilation.plan.workflows.map(\.id) == ["asks"])
  }

  @Test("An 'action' where an operation of an API is called is told and ignored")
  func actionOnOperation() throws {
    let compilation = try compile(
      "operationId: $sourceDescriptions.parcels.listParcels, action: send")
    #expect(compilation.errors == [])
    #expect(compilation.warnings.filter { $0.contains("'action' has no effect") }.count == 1)
    #expect(compilation.plan.workflows.count == 2)
  }
}
