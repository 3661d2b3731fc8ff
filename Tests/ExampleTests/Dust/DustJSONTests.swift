import ArazzoRuntime
import DustExample
import Testing

@Suite("Dust: JSON in, JSON out")
struct DustJSONTests {
  @Test("inputs decode under the document's own names")
  func inputs() throws {
    let inputs: RunAppAndPoll.Inputs = try decode(
      """
      {"apiToken": "sk-example", "wId": "acme", "spaceId": "research", "aId": "multiply",
       "specificationHash": "5f2d0c", "inputs": [{"question": "5*7"}]}
      """)
    #expect(inputs == .example)
  }

  @Test("a required input that is missing is an error that names it")
  func missingInput() {
    #expect {
      try decode("{}", as: RunAppAndPoll.Inputs.self)
    } throws: {
      "\($0)".contains("apiToken")
    }
  }

  @Test("an outcome says how the workflow ended, and leaves out what there is not")
  func outcome() throws {
    let outcome = RunAppAndPoll.Outcome.errored(
      .init(runID: "7be1c0ffee", runStatus: "errored", results: nil))
    #expect(
      try json(of: outcome) == [
        "ending": "errored", "outputs": ["runId": "7be1c0ffee", "runStatus": "errored"],
      ])
  }

  @Test("a secret is neither described nor dumped with the inputs that hold it")
  func secret() {
    var dumped = ""
    dump(RunAppAndPoll.Inputs.example, to: &dumped)
    #expect(!"\(RunAppAndPoll.Inputs.example) \(dumped)".contains("sk-example"))
  }
}
