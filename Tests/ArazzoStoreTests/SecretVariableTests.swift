#if Store
  import DustExample
  import Foundation
  import Testing

  @_spi(Generated) import ArazzoRuntime
  @testable import ArazzoStore

  @Suite("Secrets that a host reads from its environment", .timeLimit(.minutes(5)))
  struct SecretVariableTests {
    private static let plan = SavedPlan("sign-in", digest: "1")

    private struct Inputs: Decodable, Sendable {
      struct Login: Decodable, Sendable {
        var user: String
        var code: Secret?
      }

      var token: Secret
      var login: Login?
      var keys: [Secret]?
    }

    private static let workflow = StoredWorkflow(
      plan,
      variables: [
        SecretVariable("token", from: "TOKEN"), SecretVariable("login", "code", from: "CODE"),
        SecretVariable("keys", from: "KEYS", isJSON: true),
      ]
    ) { (inputs: Inputs, _) in
      [inputs.token.revealed, inputs.login?.code?.revealed] + (inputs.keys ?? []).map(\.revealed)
    }

    private func host(_ place: StorePlace, _ environment: [String: String]) throws -> WorkflowHost {
      WorkflowHost(
        store: try place.store(), workflows: [Self.workflow],
        client: WorkflowClient(clock: place.clock), environment: environment)
    }

    @Test("are in no file, also inside objects and in arrays, and each run gets them again")
    func supplied() async throws {
      try await StorePlace.open { place in
        let inputs: JSONValue = ["login": ["user": "ada"]]
        let environment = ["TOKEN": "m4rk-1", "CODE": "m4rk-2", "KEYS": #"["m4rk-3"]"#]
        try await host(place, environment).submit(Self.plan, inputs: inputs, id: "r1")
        #expect(try place.hasStored("ada") && !place.hasStored("m4rk"))
        let run = try await host(place, environment.mapValues { $0.replacing("m4rk", with: "new") })
          .resume("r1")
        #expect(run.status == .completed)
        #expect(try await run.outcome?["outputs"] == ["new-1", "new-2", "new-3"])
      }
    }

    @Test("a run goes on with those that it was started with, or not at all")
    func missing() async throws {
      try await StorePlace.open { place in
        let all = ["TOKEN": "t", "CODE": "c", "KEYS": "[]"]
        try await host(place, all).submit(
          Self.plan, inputs: ["login": ["user": "ada"]] as JSONValue, id: "r1")
        for (name, input) in [("TOKEN", "token"), ("CODE", "login.code"), ("KEYS", "keys")] {
          for value in [nil, ""] {
            var environment = all
            environment[name] = value
            let error = await #expect(throws: WorkflowStoreError.self) {
              try await host(place, environment).resume("r1")
            }
            #expect(error?.code == .missingSecret)
            #expect(error?.reason.contains("'\(input)' of 'sign-in'") == true)
            #expect(error?.reason.contains("set the environment variable \(name)") == true)
          }
        }
        let run1 = try await host(place, all).store.run("r1")
        #expect(run1?.status == .pending && run1?.message == nil)
        // Of these the run has only the first: one is null, and one wasn't there.
        try await host(place, ["TOKEN": "t", "CODE": "c"]).submit(
          Self.plan, inputs: ["login": ["user": "ada", "code": .null]] as JSONValue, id: "r2")
        let run = try await host(place, all).resume("r2")
        #expect(try await run.outcome?["outputs"] == ["t", .null])
        // Where there is no object, nothing inside it is needed.
        try await host(place, all).submit(Self.plan, id: "r3")
        let third = try await host(place, ["TOKEN": "t", "KEYS": "[]"]).resume("r3")
        #expect(try await third.outcome?["outputs"] == ["t", .null])
      }
    }

    @Test("what is missing or no JSON when a run is started is named, and nothing is stored")
    func refused() async throws {
      try await StorePlace.open { place in
        let unset = await #expect(throws: WorkflowStoreError.self) {
          try await host(place, ["CODE": "c", "KEYS": "[]"]).submit(Self.plan)
        }
        #expect(unset?.code == .invalidInputs)
        let reason = "'token' is missing; set the environment variable TOKEN"
        #expect(unset?.reason.hasSuffix(reason) == true)
        let text = await #expect(throws: WorkflowStoreError.self) {
          try await host(place, ["TOKEN": "t", "KEYS": "m4rk"]).submit(Self.plan)
        }
        #expect(text?.reason == "the input 'keys' isn't JSON (environment variable: KEYS)")
        let runs = try await place.store().runs()
        #expect(runs.isEmpty)
      }
    }

    @Test("a host that doesn't know of a secret sends nothing in its place")
    func unknown() async throws {
      try await StorePlace.open { place in
        try await host(place, ["TOKEN": "t"]).submit(Self.plan, id: "r1")
        let other = StoredWorkflow(Self.plan) { (_: Inputs, _) in }
        let error = await #expect(throws: WorkflowStoreError.self) {
          try await place.host(nil, [other]).resume("r1")
        }
        #expect(error?.code == .missingSecret)
      }
    }
  }

  @Suite("The file of an application")
  struct DefaultFileTests {
    #if !canImport(Darwin)
      @Test("is in the user's folder for state, which only the user can read")
      func file() async throws {
        try await StorePlace.open { place in
          let home = place.folder.path
          let usual = try WorkflowStore.defaultFile(
            for: "dust", environment: ["XDG_STATE_HOME": "relative", "HOME": home])
          #expect(usual.path == home + "/.local/state/dust/runs.sqlite")
          let environment = ["XDG_STATE_HOME": home + "/a/b"]
          let file = try WorkflowStore.defaultFile(for: "dust", environment: environment)
          #expect(file.path.hasSuffix("/a/b/dust/runs.sqlite"))
          let folder = file.deletingLastPathComponent().path
          let attributes = try FileManager.default.attributesOfItem(atPath: folder)
          #expect(attributes[.posixPermissions] as? Int == 0o700)
          _ = try WorkflowStore(file: file)
        }
      }
    #endif

    @Test("a run as JSON has what its description has, and no value")
    func json() async throws {
      try await StorePlace.open { place in
        let host = try place.host(nil)
        try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let runs = try await host.store.runs()
        let json = try JSONValue(parsing: Array(encoder.encode(runs)))
        let started = "1994-11-07T08:49:37Z"
        #expect(
          json == [
            [
              "id": "r1", "workflow": "run-app-and-poll", "status": "pending",
              "startedAt": .string(started), "changedAt": .string(started),
            ]
          ])
      }
    }
  }
#endif
