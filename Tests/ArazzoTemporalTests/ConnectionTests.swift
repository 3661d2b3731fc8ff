#if Temporal
  import Foundation
  import NIOCore
  import Testing

  @testable import ArazzoTemporal

  @Suite("The connection to a Temporal server")
  struct ConnectionTests {
    private let settings: [UInt8] = [0, 0, 6, 4, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]
    private let data: [UInt8] = [0, 0, 8, 0, 1, 0, 0, 0, 3, 6, 6, 6, 6, 6, 6, 6, 6]
    private let ping: [UInt8] = [0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    private let answer: [UInt8] = [0, 0, 8, 6, 1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]

    @Test(
      "answers pings and hands on all other frames, however the bytes arrive", arguments: 1...20)
    func pings(_ size: Int) {
      let bytes = settings + ping + data + answer + ping + ping + settings
      var filter = PingFilter()
      var (rest, answers): ([UInt8], [UInt8]) = ([], [])
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)])
        let filtered = filter.filter(part, answering: true)
        rest += Array(filtered.rest.readableBytesView)
        answers += Array(filtered.answers.readableBytesView)
      }
      #expect(rest == settings + data + answer + settings)
      #expect(answers == answer + answer + answer)
    }

    @Test("hands on the pings of a server that doesn't read the answers")
    func noAnswers() {
      var filter = PingFilter()
      let filtered = filter.filter(ByteBuffer(bytes: ping + data), answering: false)
      #expect(Array(filtered.rest.readableBytesView) == ping + data)
      #expect(filtered.answers.readableBytes == 0)
    }

    @Test(
      "stays open through hundreds of calls", .enabled(if: TemporalServer.isInstalled),
      .timeLimit(.minutes(5)))
    @available(Temporal 1.0, *)
    func manyCalls() async throws {
      try await TestStage.open { stage in
        let run = try await stage.start("a")
        let client = stage.client
        var request = APIDescribeActivityExecutionRequest()
        request.namespace = client.connection.namespace
        request.activityID = run.id
        try await withThrowingTaskGroup { group in
          for _ in 0..<4 {
            group.addTask { [request] in
              for _ in 0..<100 {
                let _: APIDescribeActivityExecutionResponse = try await client.connection.call(
                  "DescribeActivityExecution", request)
              }
            }
          }
          try await group.waitForAll()
        }
      }
    }

    @Test(
      "a start that is sent again starts one run", .enabled(if: TemporalServer.isInstalled),
      .timeLimit(.minutes(5)))
    @available(Temporal 1.0, *)
    func repeatedStart() async throws {
      try await TestStage.open { stage in
        let connection = stage.client.connection
        var request = APIStartActivityExecutionRequest()
        request.namespace = connection.namespace
        request.requestID = UUID().uuidString
        request.activityID = "once"
        request.activityType.name = "a"
        request.taskQueue.name = stage.queue
        TemporalRunOptions().write(to: &request)
        let first: APIStartActivityExecutionResponse = try await connection.call(
          "StartActivityExecution", request)
        let second: APIStartActivityExecutionResponse = try await connection.call(
          "StartActivityExecution", request)
        #expect(first.runID == second.runID)
      }
    }
  }
#endif
