import ArazzoTesting
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Streams of events")
struct EventStreamTests {
  private static let text = """
    \u{FEFF}: a comment
    event: progress
    id: 1
    data: {"done": 1}
    data:more

    data: last\r
    \r
    data: cut short
    """

  private static let events = [
    ServerEvent(type: "progress", data: "{\"done\": 1}\nmore", id: "1"),
    ServerEvent(data: "last", id: "1"),
  ]

  @Test("events are read however their bytes are cut", arguments: [1, 2, 3, 7, 1_000])
  func pieces(size: Int) {
    var parser = EventStreamParser()
    var bytes = Array(Self.text.utf8)[...]
    var events: [ServerEvent] = []
    while !bytes.isEmpty {
      events += parser.read(bytes.prefix(size))
      bytes = bytes.dropFirst(size)
    }
    #expect(events == Self.events)
  }

  @Test("a mark that joins a sign of the syntax changes nothing of it")
  func combiningMarks() {
    let text = "data:\u{301}a\nid:\u{301}\nevent: \u{301}\n\n"
    let event = ServerEvent(type: "\u{301}", data: "\u{301}a", id: "\u{301}")
    #expect(EventStreamParser.events(in: text.utf8) == [event])
  }

  @Test("the observer is told of each, and the step's body is the list of them")
  func step() async throws {
    let log = WorkflowEventLog()
    let transport = ScriptedTransport([
      .any(.text(Self.text, type: "text/event-stream; charset=utf-8"))
    ])
    let response = try await makeRun(transport, observer: log).get("watch")
    #expect(response.body.json?[0]?["event"] == "progress")
    let data: String = try response.required("/1/data")
    #expect(data == "last")
    let received = log.descriptions.filter { $0.contains("received an event") }
    #expect(received.count == 2)
    #expect(!received.joined().contains("done"))
  }
}
