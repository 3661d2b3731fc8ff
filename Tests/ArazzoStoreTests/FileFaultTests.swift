#if Store
  import ArazzoTesting
  import DustExample
  import ExampleServers
  import Foundation
  import GRDB
  import Testing

  @testable import ArazzoRuntime
  @testable import ArazzoStore

  @Suite("Store files that can't be read or written", .timeLimit(.minutes(5)))
  struct FileFaultTests {
    private func opening(_ place: StorePlace) -> WorkflowStoreError? {
      #expect(throws: WorkflowStoreError.self) { _ = try place.store() }
    }

    @Test("a file that is no database is refused and left as it is")
    func noDatabase() async throws {
      try await StorePlace.open { place in
        let text = Data(String(repeating: "No database at all. ", count: 200).utf8)
        try text.write(to: place.file)
        let error = opening(place)
        #expect(error?.code == .unreadableFile)
        #expect(error?.reason.contains(place.file.path) == true)
        #expect(try Data(contentsOf: place.file) == text)
      }
    }

    @Test("a database of another application is refused and left as it is")
    func otherApplication() async throws {
      try await StorePlace.open { place in
        try await DatabaseQueue(path: place.file.path).write { database in
          try database.execute(sql: "CREATE TABLE run (id TEXT)")
        }
        let bytes = try Data(contentsOf: place.file)
        #expect(opening(place)?.code == .unreadableFile)
        #expect(try Data(contentsOf: place.file) == bytes)
      }
    }

    @Test("a file of a later version is refused and left as it is")
    func laterVersion() async throws {
      try await StorePlace.open { place in
        try await place.store().database.write { database in
          try database.execute(sql: "PRAGMA user_version = 2")
        }
        let error = opening(place)
        #expect(error?.code == .newerFile)
        #expect(error?.reason.contains("its version is 2, this library reads 1") == true)
      }
    }

    @Test("a damaged file is an error, not an end of the process")
    func damaged() async throws {
      try await StorePlace.open { place in
        do {
          let host = try place.host(nil)
          for _ in 0..<40 { try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust) }
        }
        var bytes = try Data(contentsOf: place.file)
        for index in bytes.indices.dropFirst(4096) { bytes[index] = UInt8(index * 31 % 251) }
        try bytes.write(to: place.file)
        let error = await #expect(throws: WorkflowStoreError.self) {
          _ = try await place.store().runs()
        }
        #expect(error?.code == .unreadableFile)
      }
    }

    @Test("a folder that doesn't exist, and a file that is a folder")
    func noFolder() async throws {
      try await StorePlace.open { place in
        let missing = StorePlace(folder: place.folder.appending(path: "missing"))
        #expect(opening(missing)?.code == .inaccessibleFile)
        try FileManager.default.createDirectory(at: place.file, withIntermediateDirectories: true)
        #expect(opening(place)?.code == .inaccessibleFile)
      }
    }

    @Test("only the owner can read the files")
    func permissions() async throws {
      try await StorePlace.open { place in
        let host = try place.host(nil)
        let owner = try host.store.claims.begin()
        try await host.submit(RunAppAndPoll.plan, inputs: JSONValue.dust)
        host.store.claims.end(owner)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
        #expect(names.count == 4, "\(names)")
        for name in names {
          let path = place.folder.appending(path: name).path
          let attributes = try FileManager.default.attributesOfItem(atPath: path)
          #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
      }
    }

    @Test("many processes can create the store at the same time")
    func manyCreate() async throws {
      try await StorePlace.open { place in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<8 {
            group.addTask {
              try await place.host(nil).submit(
                RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r\(number)")
            }
          }
          try await group.waitForAll()
        }
        #expect(try await place.store().runs().count == 8)
      }
    }

    @Test("the file of a process that was killed goes away later")
    func abandoned() async throws {
      try await StorePlace.open { place in
        let files = ["1", "2"].map { URL(fileURLWithPath: "\(place.file.path)-owner-\($0)") }
        for file in files { try Data().write(to: file) }
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -120)], ofItemAtPath: files[0].path)
        _ = try place.store()
        #expect(!FileManager.default.fileExists(atPath: files[0].path))
        #expect(FileManager.default.fileExists(atPath: files[1].path))
      }
    }

    private func limit(_ store: WorkflowStore, toPages pages: Int?) async throws {
      try await store.database.write { database in
        let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        try database.execute(sql: "PRAGMA max_page_count = \(pages ?? count)")
      }
    }

    @Test("on a full disk nothing is started, and what was stored before can go on later")
    func fullDisk() async throws {
      var api = DustAPI(statuses: ["running", "succeeded"])
      api.results = "[\"\(String(repeating: "x", count: 100_000))\"]"
      try await StandIn.serve(api) { dust in
        try await StorePlace.open { place in
          let host = try place.host(dust.url)
          let parked = try await place.host(dust.url, parkAfter: .zero).start(
            RunAppAndPoll.plan, inputs: JSONValue.dust, id: "r1")
          #expect(parked.status == .parked)
          try await limit(host.store, toPages: nil)
          var inputs = JSONValue.dust
          if case .object(var members) = inputs {
            members["specificationHash"] = .string(String(repeating: "x", count: 100_000))
            inputs = .object(members)
          }
          let large = inputs
          let start = await #expect(throws: WorkflowStoreError.self) {
            try await host.start(RunAppAndPoll.plan, inputs: large)
          }
          #expect(start?.code == .fullDisk)
          let resume = await #expect(throws: WorkflowStoreError.self) {
            try await host.resume("r1")
          }
          #expect(resume?.code == .fullDisk)
          #expect(try await host.store.runs().map(\.status) == [.pending])
          #expect(await dust.requests.count == 3)

          try await limit(host.store, toPages: 1_000_000)
          #expect(try await host.resume("r1").status == .completed)
          #expect(await dust.requests.map(\.method) == ["POST", "GET", "GET", "GET"])
        }
      }
    }
  }
#endif
