import Testing

@testable import ArazzoCompiler

@Suite("The count of what outputs become")
struct TypeCensusTests {
  @Test("What is described counts, and of that what has a type")
  func counts() throws {
    let census = TypeCensus()
    _ = try Compilation(
      """
      steps:
        - stepId: list
          operationId: listParcels
          outputs:
            all: $response.body
            items: $response.body#/items
            first: $response.body#/items/0/id
            unknown: $response.body#/nothing
            status: $statusCode
        - stepId: enter
          operationId: logIn
          outputs: {session: $response.body#/session, token: $response.body#/token}
        - {stepId: ask, operationId: odd, outputs: {mixed: $response.body#/alike}}
      """, census: census)
    #expect(census.pointers == 6)
    #expect(census.openObjects == 1)
    #expect(census.described == 4)
    #expect(census.typed == 3)
    #expect(census.untyped.map(\.line) == [19])
  }
}
