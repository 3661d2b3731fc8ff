#if Store
  import ArazzoRuntime
  import ArazzoStore
  import DustExample
  import ExampleServers
  import Foundation
  import RulesExample
  import Testing

  @Suite("Secrets in a store", .timeLimit(.minutes(5)))
  struct SecretTests {
    private static let marker = "sk-marker-5309"

    private static let orders = ScriptedAPI([
      "POST /login": [.json(#"{"token": "\#(marker)"}"#)],
      "GET /orders/o1": [
        .json(#"{"id": "o1", "state": "pending"}"#), .json(#"{"id": "o1", "state": "sent"}"#),
      ],
    ])

    @Test("inputs that the host supplies are in no file, while a run waits and at its end")
    func supplied() async throws {
      var api = DustAPI(statuses: ["running", "succeeded"])
      api.apiToken = Self.marker
      try await StandIn.serve(api) { dust in
        try await StorePlace.open { place in
          let host = try place.host(
            dust.url, [.dust(token: Secret(Self.marker))], parkAfter: .zero)
          var inputs = JSONValue.dust
          if case .object(var members) = inputs {
            members["apiToken"] = .string(Self.marker)
            inputs = .object(members)
          }
          let run = try await host.start(RunAppAndPoll.plan, inputs: inputs)
          #expect(run.status == .parked)
          #expect(try place.hasStored("multiply") && place.hasStored("7be1c0ffee"))
          #expect(try !place.hasStored(Self.marker))
          place.wait(until: run.due)
          #expect(try await host.resume(run.id).status == .completed)
          #expect(try !place.hasStored(Self.marker))
          #expect(await dust.requests.count { $0.header("authorization") != nil } == 3)
        }
      }
    }

    private struct Passwords: Decodable {
      var password: Secret
      var confirmPassword: Secret
    }

    @Test("a secret that equals one that the host supplies is refused all the same")
    func equalSecret() async throws {
      try await StorePlace.open { place in
        let workflow = StoredWorkflow(
          RunAppAndPoll.plan, secrets: ["password": Secret(Self.marker)]
        ) { (inputs: Passwords, _) in inputs.password == inputs.confirmPassword }
        let host = try place.host(nil, [workflow])
        let error = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(
            RunAppAndPoll.plan, inputs: ["confirmPassword": .string(Self.marker)] as JSONValue)
        }
        #expect(error?.code == .secretInRun)
        #expect(try !place.hasStored(Self.marker))
      }
    }

    @Test("what dump shows of a host has no environment variable")
    func dumped() async throws {
      try await StorePlace.open { place in
        let host = WorkflowHost(
          store: try place.store(), workflows: [.dust], environment: ["API_TOKEN": Self.marker])
        var text = "\(host)"
        dump(host, to: &text)
        #expect(!text.contains(Self.marker))
      }
    }

    @Test("a secret in inputs that the host doesn't supply is refused")
    func refused() async throws {
      try await StorePlace.open { place in
        let dust = StoredWorkflow(RunAppAndPoll.plan) { inputs, client in
          try await runAppAndPoll(inputs, client: client)
        }
        let host = try place.host(nil, [dust])
        var inputs = JSONValue.dust
        if case .object(var members) = inputs {
          members["apiToken"] = .string(Self.marker)
          inputs = .object(members)
        }
        let given = inputs
        let error = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(RunAppAndPoll.plan, inputs: given)
        }
        #expect(error?.code == .secretInRun)
        let typed = await #expect(throws: WorkflowStoreError.self) {
          try await host.submit(RunAppAndPoll.plan, inputs: ["apiToken": Secret(Self.marker)])
        }
        #expect(typed?.code == .secretInRun)
        #expect(try await host.store.runs().isEmpty)
        #expect(try !place.hasStored(Self.marker))
      }
    }

    @Test("a state with a secret is refused, and the run fails before it sends another request")
    func state() async throws {
      try await StandIn.serve(Self.orders) { server in
        try await StorePlace.open { place in
          let run = try await place.host(server.url, [.awaitOrder]).start(
            AwaitOrder.plan, inputs: AwaitOrder.Inputs(order: "o1"))
          #expect(run.status == .failed)
          #expect(run.errorCode == .checkpointFailed)
          #expect(run.message?.contains("the store would hold a secret") == true)
          #expect(await server.requests.map(\.line) == ["POST /login"])
          #expect(try !place.hasStored(Self.marker))
        }
      }
    }

    @Test("outputs that are secrets are replaced")
    func outputs() async throws {
      try await StandIn.serve(Self.orders) { server in
        try await StorePlace.open { place in
          let login = StoredWorkflow(SignIn.plan) { client in try await signIn(client: client) }
          let run = try await place.host(server.url, [login]).start(SignIn.plan)
          #expect(try await run.outcome?["outputs"]?["token"] == "<secret>")
          #expect(try !place.hasStored(Self.marker))
        }
      }
    }

    @Test("with a codec states and responses may hold secrets, and no file shows them")
    func codec() async throws {
      try await StandIn.serve(Self.orders) { server in
        try await StorePlace.open { place in
          let parked = try await place.host(
            server.url, [.awaitOrder], parkAfter: .zero, codec: Inversion()
          ).start(AwaitOrder.plan, inputs: AwaitOrder.Inputs(order: "o1"), id: "r1")
          #expect(parked.status == .parked)
          #expect(try !place.hasStored(Self.marker) && !place.hasStored(#""o1""#))
          let error = await #expect(throws: WorkflowStoreError.self) {
            try await place.host(server.url, [.awaitOrder]).resume("r1")
          }
          #expect(error?.code == .unreadableRun)
          let run = try await place.host(server.url, [.awaitOrder], codec: Inversion())
            .resume("r1")
          #expect(run.status == .completed)
          #expect(try await run.outcome?["outputs"]?["state"] == "sent")
          #expect(try !place.hasStored(Self.marker))
          #expect(await server.requests.count { $0.line == "POST /login" } == 2)
        }
      }
    }
  }
#endif
