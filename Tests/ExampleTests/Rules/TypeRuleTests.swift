import ArazzoRuntime
import ExampleServers
import Foundation
import RulesExample
import Testing

/// What responses become in Swift, on generated code that runs.
@Suite("Rules: types of responses")
struct TypeRuleTests {
  let stage = Stage()
  static let invoice = """
    {"state": "pending", "id": 17, "extra": {"since": 2.50},
     "method": {"type": "card", "lastDigits": "4242", "brand": "v"},
     "customer": {"name": "Ada", "vip": true, "address": {"city": "Bern"}}}
    """
  static let payment = """
    {"receipt": {"number": "9", "totals": {"CHF": 12.5}},
     "lines": [{"text": "a", "parts": [{"text": "b", "amount": "1.5"}]}, {"amount": "free"}]}
    """

  private func settled(
    invoice: String = invoice, payment: String = payment, states: [String] = ["paid"]
  ) async throws -> (outputs: SettleInvoice.Outputs, requests: [ReceivedRequest]) {
    let answers = [Answer.json(invoice)] + states.map { Answer.json(#"{"state": "\#($0)"}"#) }
    let script = [
      "GET /invoices/17": answers,
      "POST /invoices/17/payments": [.json(payment, status: 201)],
    ]
    return try await StandIn.serve(ScriptedAPI(script)) { server in
      let outputs = try await settleInvoice(
        .init(invoice: "17"), client: stage.client(for: server))
      return (outputs, await server.requests)
    }
  }

  @Test func types_anObjectIsAStructOfItsMembers() async throws {
    let outputs = try await settled().outputs
    #expect(outputs.invoice.id == "17")
    #expect(outputs.invoice.state == .pending)
    #expect(outputs.invoice.customer?.name == "Ada")
    #expect(outputs.city == "Bern")
    #expect(outputs.receipt.number == 9)
    #expect(outputs.receipt.totals == ["CHF": 12.5])
    #expect(outputs.lines?.first?.parts?.first?.amount == 1.5)
  }

  @Test func types_anAlternativeIsToldByItsDiscriminator() async throws {
    guard case .card(let card) = try await settled().outputs.invoice.method else {
      Issue.record("no card")
      return
    }
    #expect(card.lastDigits == "4242")
    #expect(card.json["brand"] == "v")
  }

  @Test func types_alternativesOfOneNameAreNumbered() async throws {
    let invoice = #"{"id": "17", "state": "draft", "reason": {"contract": "c1"}}"#
    let outputs = try await settled(
      invoice: invoice, payment: #"{"receipt": {}, "lines": [{"value": {"unit": "kg"}}]}"#
    ).outputs
    guard case .contract(let reason) = outputs.invoice.reason else {
      Issue.record("no contract: \(String(describing: outputs.invoice.reason))")
      return
    }
    #expect(reason.contract == "c1")
    #expect(outputs.lines?.first?.value?.unit == "kg")
  }

  @Test func types_aTextThatIsNotListedIsUnknown() async throws {
    #expect(try await settled(states: ["pending", "lost"]).outputs.state == .unknown("lost"))
  }

  @Test func types_aMemberThatIsNotSentIsNoError() async throws {
    let sparse = #"{"id": "17", "state": "draft"}"#
    let (outputs, requests) = try await settled(invoice: sparse)
    #expect(outputs.invoice.customer == nil)
    #expect(outputs.city == nil)
    #expect(try requests[1].json == [:])
  }

  @Test func types_aMemberThatSomethingNeedsIsAnErrorThere() async throws {
    await #expect {
      try await settled(invoice: #"{"state": "draft"}"#)
    } throws: { error in
      "\(error)".contains("$steps.fetchInvoice.outputs.invoice#/id")
    }
  }

  @Test func types_whatIsNotDeclaredIsKept() async throws {
    let (outputs, requests) = try await settled()
    #expect(outputs.invoice.json["extra"]?.description == #"{"since":2.50}"#)
    #expect(try requests[1].json?["customer"]?["vip"] == true)
    #expect(try requests[1].json?["method"]?["brand"] == "v")
    let encoded = try JSONValue(parsing: Array(JSONEncoder().encode(outputs)))
    #expect(try encoded["invoice"] == JSONValue(parsing: Self.invoice))
  }

  @Test func types_whatCannotBeConvertedIsMissingInsideAndAnErrorAsAnOutput() async throws {
    #expect(try await settled().outputs.lines?.last?.amount == nil)
    await #expect {
      try await settled(payment: #"{"receipt": "9"}"#)
    } throws: { error in
      "\(error)".contains("/receipt in the response: expected an object, found a string")
    }
  }

  @Test func types_aStateIsSavedAndReadAgain() throws {
    let invoice = try #require(Invoice(lossless: JSONValue(parsing: Self.invoice)))
    let state = SettleInvoice.State.pay(invoice: invoice)
    let data = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(SettleInvoice.State.self, from: data) == state)
  }

  private typealias Invoice = Types.Invoice
}
