import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// What inputs are checked for before anything is sent, on generated code that runs.
@Suite("Rules: what inputs must keep to")
struct InputRuleTests {
  let stage = Stage()
  static let valid = OpenAccount.Inputs(
    name: "Ada", kind: .private, pin: "12345", address: .init(zip: "3000", floor: .null))

  /// What was sent, and the error.
  private func open(
    _ inputs: OpenAccount.Inputs
  ) async throws -> (requests: [ReceivedRequest], error: WorkflowError?) {
    let script = ["POST /accounts": [Answer.json(#"{"openedAt": "soon"}"#, status: 201)]]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      do throws(WorkflowError) {
        _ = try await openAccount(inputs, client: stage.client(for: server))
        return (await server.requests, nil)
      } catch {
        return (await server.requests, error)
      }
    }
  }

  @Test func v7_anObjectIsADefaultToo() throws {
    #expect(Self.valid.terms == .init(years: 1, paper: false))
    let json =
      #"{"name": "Ada", "kind": "private", "pin": "12345", "address": {"zip": "3000", "floor": null}}"#
    let decoded = try JSONDecoder().decode(OpenAccount.Inputs.self, from: Data(json.utf8))
    #expect(decoded.terms == Self.valid.terms)
  }

  @Test func inputs_aPartThatHoldsPartsOfItsKindIsSentAsItIs() async throws {
    var inputs = Self.valid
    inputs.unit = .init(name: "A", units: [.init(name: "B")], byCity: ["Bern": .init(name: "C")])
    let sent = try #require(await open(inputs).requests.first?.json)
    #expect(
      sent["unit"] == [
        "name": "A", "units": [["name": "B"]], "byCity": ["Bern": ["name": "C"]],
      ])
  }

  @Test(
    arguments: [
      (#""name": "A""#, "the input 'name' must have at least 2 characters"),
      (#""code": "a-1""#, "the input 'code' must match the pattern '^[A-Z]{2}-\\d+$'"),
      (#""limit": 1050"#, "the input 'limit' must be at most 1000"),
      (#""limit": 70"#, "the input 'limit' must be a multiple of 50"),
      (#""rate": 0"#, "the input 'rate' must be greater than 0"),
      (#""priority": 3"#, "the input 'priority' must be one of 1, 2, 5"),
      (#""tags": ["a", "a"]"#, "the input 'tags' must have no duplicate elements"),
      (
        #""tags": [""]"#,
        "the input 'tags' must have elements each of which must have at least 1 character"
      ),
      (
        #""since": "yesterday""#,
        "the input 'since' must be a date and a time, such as '2026-01-31T12:00:00Z'"
      ),
      (#""birthday": "2026-02-30""#, "the input 'birthday' must be a date, such as '2026-01-31'"),
      (
        #""address": {"zip": "1", "floor": null}"#,
        "the input 'address.zip' must have at least 4 characters"
      ),
      (
        #""unit": {"name": "A", "units": [{"name": ""}]}"#,
        "the input 'unit.units[0].name' must have at least 1 character"
      ),
      (
        #""partners": [{"name": "B"}, {"name": ""}]"#,
        "the input 'partners[1].name' must have at least 1 character"
      ),
    ])
  func inputs_whatIsNotAdmittedIsAnErrorBeforeSending(change: String, reason: String) async throws {
    let valid =
      #"{"name": "Ada", "kind": "private", "pin": "12345", "address": {"zip": "3000", "floor": null}}"#
    var json = try JSONValue(parsing: valid)
    let member = try JSONValue(parsing: "{\(change)}")
    if case .object(var all) = json, case .object(let new) = member, let (name, value) = new.first {
      all[name] = value
      json = .object(all)
    }
    let inputs = try JSONDecoder().decode(OpenAccount.Inputs.self, from: Data(json.serialized()))
    let (requests, error) = try await open(inputs)
    #expect(requests.isEmpty)
    #expect(error?.code == .invalidInput)
    #expect(error?.description == "workflow 'open-account': \(reason)")
  }

  @Test func inputs_aSecretIsNotToldByTheErrorAboutIt() async throws {
    var inputs = Self.valid
    inputs.pin = "987"
    let error = try #require(try await open(inputs).error)
    #expect(error.description.contains("'pin' must have at least 4 characters"))
    #expect(!error.description.contains("987"))
  }

  @Test func inputs_aTextThatIsNotInAClosedSetIsNotRead() throws {
    let json =
      #"{"name": "Ada", "kind": "secret", "pin": "12345", "address": {"zip": "3000", "floor": null}}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(OpenAccount.Inputs.self, from: Data(json.utf8))
    }
  }

  @Test func inputs_formatsAreTypesAndAreSentAsText() async throws {
    var inputs = Self.valid
    inputs.owner = UUID(uuidString: "123E4567-E89B-12D3-A456-426614174000")
    inputs.site = URL(string: "https://a.example/b?c=d%20e")
    inputs.since = APITimestamp(Date(timeIntervalSince1970: 1_767_225_600.5))
    inputs.picture = Data([1, 2, 3])
    let sent = try #require(try await open(inputs).requests.first?.json)
    #expect(sent["owner"] == "123e4567-e89b-12d3-a456-426614174000")
    #expect(sent["site"] == "https://a.example/b?c=d%20e")
    #expect(sent["since"] == "2026-01-01T00:00:00.500Z")
    #expect(sent["picture"] == "AQID")
    #expect(sent["limit"] == 100)
  }

  @Test func inputs_aMemberThatIsNullIsSentAsNull() async throws {
    let sent = try #require(try await open(Self.valid).requests.first?.json)
    #expect(sent["address"]?["floor"] == .null)
    #expect(sent["site"] == nil)
  }
}
