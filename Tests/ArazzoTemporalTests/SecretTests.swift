#if Temporal
  import ArazzoRuntime
  import Foundation
  import Testing

  @testable import ArazzoTemporal

  @Suite(
    "Secrets in what a Temporal server stores", .enabled(if: TemporalServer.isInstalled),
    .serialized, .timeLimit(.minutes(5)))
  struct SecretTests {
    private static let marker = "sk-marker-5309"

    /// Encrypts nothing, but hides a text from whoever looks for it.
    private struct Inversion: TemporalPayloadCodec {
      func encode(_ payload: TemporalPayload) -> TemporalPayload {
        TemporalPayload(
          metadata: ["encoding": Data("binary/inverted".utf8)], data: Data(payload.data.map(~)))
      }

      func decode(_ payload: TemporalPayload) throws -> TemporalPayload {
        guard payload.encoding == "binary/inverted" else { throw CocoaError(.coderInvalidValue) }
        return TemporalPayload(
          metadata: ["encoding": Data("json/plain".utf8)], data: Data(payload.data.map(~)))
      }
    }

    private struct Inputs: Codable {
      var apiToken: Secret
      var name: String
    }

    @Test("without a codec they are supplied by the worker, and refused or replaced elsewhere")
    @available(Temporal 1.0, *)
    func withoutCodec() async throws {
      let token = Secret(Self.marker)
      try await TestStage.open { stage in
        let error = await #expect(throws: TemporalError.self) {
          _ = try await stage.start("sign-in", Inputs(apiToken: token, name: "a"))
        }
        #expect(error?.code == .secretInPayload)
        let workflow = TemporalWorkflow(name: "sign-in") { attempt in
          let inputs: Inputs = try attempt.inputs(adding: ["apiToken": token])
          #expect(inputs.apiToken.revealed == Self.marker)
          return ["name": Secret(inputs.name), "token": inputs.apiToken]
        }
        let saves = TemporalWorkflow(name: "saves") { attempt in
          try await attempt.save(["token": token])
          return "done"
        }
        try await stage.withWorker(.init(), workflow, saves) {
          let run = try await stage.start("sign-in", ["name": "a"])
          let masked: JSONValue = ["name": "<secret>", "token": "<secret>"]
          let ended = try await stage.client.result(of: run)
          #expect(ended == masked)
          let failure = try await stage.failure(of: stage.start("saves"))
          #expect(failure.reason.contains("the server would store a secret"))
        }
        stage.server.kill()
        #expect(try stage.server.hasStored("sign-in"))
        #expect(try !stage.server.hasStored(Self.marker))
      }
    }

    @Test("a codec encodes inputs, saved run and outcome")
    @available(Temporal 1.0, *)
    func withCodec() async throws {
      try await TestStage.open(codec: Inversion()) { stage in
        let workflow = TemporalWorkflow(name: "sign-in") { attempt in
          let inputs: Inputs = try attempt.inputs(adding: [:])
          guard attempt.saved != nil else {
            try await attempt.save(["token": inputs.apiToken])
            throw Parked(due: Date())
          }
          return [attempt.savedText, inputs.apiToken.revealed]
        }
        try await stage.withWorker(.init(), workflow) {
          let inputs = Inputs(apiToken: Secret(Self.marker), name: "a")
          let run = try await stage.start("sign-in", inputs)
          let saved = #"{"token":"\#(Self.marker)"}"#
          let outcome: JSONValue = [.string(saved), .string(Self.marker)]
          let ended = try await stage.client.result(of: run)
          #expect(ended == outcome)
        }
        stage.server.kill()
        #expect(try stage.server.hasStored("sign-in"))
        #expect(try !stage.server.hasStored(Self.marker))
      }
    }
  }
#endif
