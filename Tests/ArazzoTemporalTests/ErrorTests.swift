#if Temporal
  import ArazzoRuntime
  import Foundation
  import GRPCCore
  import Testing

  @testable import ArazzoTemporal

  @Suite("What a Temporal server's refusals mean, and what errors say")
  struct ErrorTests {
    @available(Temporal 1.0, *)
    private func error(_ code: RPCError.Code, _ message: String) -> TemporalError {
      let error = RPCError(code: code, message: message)
      return TemporalError(TemporalError.Code(error), message, underlyingError: error)
    }

    @Test(
      "by status and message",
      arguments: [
        (RPCError.Code.resourceExhausted, "namespace rate limit exceeded", "rejected"),
        (.resourceExhausted, "namespace concurrent poller limit exceeded", "rejected"),
        (
          .resourceExhausted, "grpc: received message larger than max (5 vs. 4)", "payloadTooLarge"
        ),
        (.invalidArgument, "Blob data size exceeds limit.", "payloadTooLarge"),
        (.invalidArgument, "message larger than max", "payloadTooLarge"),
        (.invalidArgument, "activity ID exceeds length limit", "rejected"),
        (.unavailable, "size limit", "unreachable"), (.deadlineExceeded, "", "unreachable"),
        (.notFound, "Namespace x is not found.", "unknownNamespace"),
        (.notFound, "activity not found", "unknownRun"), (.alreadyExists, "", "alreadyStarted"),
        (.unauthenticated, "", "unauthorized"), (.permissionDenied, "", "unauthorized"),
        (.unimplemented, "", "unsupportedServer"), (.cancelled, "", "cancelled"),
        (.internalError, "limit", "rejected"),
      ])
    @available(Temporal 1.0, *)
    func codes(_ status: RPCError.Code, _ message: String, _ code: String) {
      #expect(error(status, message).code.rawValue == code)
    }

    @Test("a limited rate passes, a payload stays too large")
    @available(Temporal 1.0, *)
    func transient() {
      #expect(error(.resourceExhausted, "namespace rate limit exceeded").isTransient)
      #expect(error(.unavailable, "").isTransient)
      #expect(!error(.resourceExhausted, "received message larger than max").isTransient)
      #expect(!error(.invalidArgument, "Blob data size exceeds limit.").isTransient)
      #expect(!error(.notFound, "activity not found").isTransient)
    }

    @Test("a server that says nothing is given up in time, with the connection")
    @available(Temporal 1.0, *)
    func silentServer() async throws {
      let listener = try SilentListener()
      let begin = ContinuousClock.now
      let error = await #expect(throws: TemporalError.self) {
        try await TemporalClient.with(address: "127.0.0.1:\(listener.port)") { client in
          try await client.connection.check(within: .seconds(1))
        }
      }
      #expect(error?.code == .unreachable)
      #expect(ContinuousClock.now - begin < .seconds(15))
      try await eventually { listener.connectionHasEnded() }
    }

    private static let marker = "sk-marker-5309"

    private struct Inputs: Decodable {
      struct Door: Decodable { var floors: [Int] }
      var door: Door?
      var key: URL?
      var name: String
    }

    private struct Picky: Decodable {
      struct Refusal: Error { var value: JSONValue }
      init(from decoder: any Decoder) throws { throw Refusal(value: try JSONValue(from: decoder)) }
    }

    private func refusal<Value: Decodable>(
      of inputs: JSONValue, as type: Value.Type
    ) throws -> String {
      let attempt = RunAttempt(
        inputs: inputs, saved: nil, runID: "r", client: WorkflowClient(), save: { _ in },
        parks: { _ in false })
      let error = #expect(throws: InvalidInputs.self) {
        let _: Value = try attempt.inputs(adding: ["token": Secret(Self.marker)])
      }
      return try #require(error).reason
    }

    @Test("inputs that can't be read: the place, and no value")
    func inputs() throws {
      let marker = JSONValue.string(Self.marker)
      for (inputs, words) in [
        (["door": ["floors": [1, marker]], "name": "a"], "'door.floors[1]' must be an integer"),
        (["key": [marker], "name": "a"], "'key' must be"), (["key": marker], "'name' is missing"),
        (["name": .null], "'name' must not be null"),
      ] as [(JSONValue, String)] {
        let text = try refusal(of: inputs, as: Inputs.self)
        #expect(text.hasPrefix("the inputs can't be read: \(words)"), "\(text)")
        #expect(!text.contains(Self.marker))
      }
      let text = try refusal(of: [:], as: Picky.self)
      #expect(text == "the inputs can't be read: Refusal")
      let whole = try refusal(of: [:], as: [Int].self)
      #expect(whole == "the inputs can't be read: the JSON must be an array")
    }

    @Test("payloads that can't be read or written: the place, and no value")
    func payloads() async throws {
      let coding = PayloadCoding(codec: nil)
      let payloads = try await coding.payloads(["count": Self.marker])
      let unread = await #expect(throws: TemporalError.self) {
        _ = try await coding.first(of: payloads, as: [String: Int].self)
      }
      #expect(unread?.reason == "a payload isn't what it should be: 'count' must be an integer")
      let unwritten = await #expect(throws: TemporalError.self) {
        _ = try await coding.payloads(["count": Double.infinity])
      }
      #expect(unwritten?.reason == "a value can't be written as JSON: 'count', of type Double")
    }
  }
#endif
