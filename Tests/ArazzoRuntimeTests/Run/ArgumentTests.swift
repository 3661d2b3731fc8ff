import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Inputs of called workflows: V3")
struct ArgumentTests {
  private struct Address: Codable, Equatable { var street: String }

  @Test("a JSON value becomes the input's type")
  func conversions() throws {
    let run = makeRun()
    let number: Int = try run.argument("n", of: "call", "12")
    let address: Address = try run.argument("a", of: "call", ["street": "Main"])
    let json: JSONValue = try run.argument("j", of: "call", [1, nil, "x"])
    let none: String? = try run.optionalArgument("o", of: "call", .null)
    #expect(number == 12)
    #expect(address == Address(street: "Main"))
    #expect(json == [1, "x"])
    #expect(none == nil)
  }

  @Test("V10: null is null where the input admits it; elsewhere there is no value")
  func v10_null() throws {
    let run = makeRun()
    let text: Nullable<String>? = try run.optionalArgument("t", of: "call", .null)
    let part: Nullable<Address> = try run.argument("p", of: "call", .null)
    let given: Nullable<Address> = try run.argument("p", of: "call", ["street": "Main"])
    let none: Address? = try run.optionalArgument("a", of: "call", .null)
    #expect(text == .null && part == .null && none == nil)
    #expect(given == .value(Address(street: "Main")))
  }

  @Test("V3: a missing input is an error that names it and the step")
  func v3_missing() {
    let error = #expect(throws: WorkflowError.self) { () throws -> Int in
      try makeRun().argument("n", of: "call", nil)
    }
    #expect(error?.code == .missingValue)
    #expect(
      error?.description
        == "workflow 'tidy', step 'call': the input 'n' of the called workflow has no value")
    let value = #expect(throws: WorkflowError.self) {
      try makeRun().required(nil as Int?, "$steps.a.outputs.b", of: "call")
    }
    #expect(value?.reason == "$steps.a.outputs.b is missing")
  }

  @Test("H8: an input of another type is an error that does not show it")
  func h8_mismatch() {
    let error = #expect(throws: WorkflowError.self) { () throws -> Address in
      try makeRun().argument("a", of: "call", ["street": ["hush"]])
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.description.contains("hush") == false)
    #expect(error?.description.contains("must be a value of type Address, found an object") == true)
  }
}
