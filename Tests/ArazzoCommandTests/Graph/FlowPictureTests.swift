import Testing

@testable import ArazzoCommand

@Suite("The picture of a workflow")
struct FlowPictureTests {
  /// A graph with everything at once: skips, loops inside loops, endings that several ways share,
  /// long names and conditions.
  private static let tangle: FlowGraph = {
    var graph = FlowGraph(workflow: "tangle")
    let done = FlowGraph.Ending(name: "done", kind: .success)
    let failed = FlowGraph.Ending(name: "failed for a reason that is long", kind: .failure)
    let completed = FlowGraph.Ending(name: "completed", kind: .completed)
    func branch(
      _ name: String?, _ kind: FlowGraph.Branch.Kind, _ target: FlowGraph.Target,
      _ condition: String = "", wait: String? = nil
    ) -> FlowGraph.Branch {
      FlowGraph.Branch(name: name, kind: kind, condition: condition, wait: wait, target: target)
    }
    let long = String(repeating: "$response.body#/some/path == 'x' && ", count: 12)
    graph.steps = [
      .init(
        id: "first", call: "GET /a",
        branches: [
          branch("skip", .success, .step(3), "$statusCode == 204"),
          branch("finish", .success, .end(done), long), branch(nil, .otherwise, .step(1)),
          branch("give up", .failure, .end(failed)),
        ]),
      .init(
        id: "second", call: "POST /" + String(repeating: "long/", count: 40),
        branches: [
          branch("again", .success, .step(1), "", wait: "waits: polling"),
          branch("back", .success, .step(0), String(repeating: "x", count: 200)),
          branch(nil, .otherwise, .step(2)),
        ]),
      .init(
        id: "third", call: "workflow other",
        branches: [
          branch("over", .success, .step(4)),
          branch("retry", .failure, .step(2), "", wait: "again"),
          branch("undo", .failure, .step(1)), branch("fail", .failure, .end(failed)),
          branch(nil, .otherwise, .step(3)),
        ]),
      .init(id: "fourth", call: "GET /d", branches: [branch("done", .success, .end(done))]),
      .init(id: "fifth", call: "GET /e", branches: [branch(nil, .otherwise, .end(completed))]),
    ]
    return graph
  }()

  private let picture = FlowLayout.picture(of: tangle)

  @Test("has no label over another, or over the edge")
  func labels() {
    let boxes = picture.labels.map(\.box)
    for (number, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.right <= picture.width && box.bottom <= picture.height)
      for other in boxes[(number + 1)...] { #expect(!box.overlaps(other)) }
    }
  }

  @Test("has every label inside its step or ending, and no box over another")
  func boxes() {
    let boxes = picture.cards.map(\.box) + picture.pills.map(\.box)
    for (number, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.right <= picture.width && box.bottom <= picture.height)
      for other in boxes[(number + 1)...] { #expect(!box.overlaps(other)) }
    }
    for label in picture.labels.dropFirst().map(\.box) {
      let holder = boxes.first { $0.overlaps(label) }
      #expect(holder.map { $0.x <= label.x && label.right <= $0.right } ?? false)
    }
  }

  @Test("leads no line over a label")
  func lines() {
    for line in picture.lines {
      for (from, to) in zip(line.points, line.points.dropFirst()) {
        let box = FlowPicture.Box(
          x: min(from.x, to.x), y: min(from.y, to.y), width: max(1, abs(from.x - to.x)),
          height: max(1, abs(from.y - to.y)))
        #expect(!picture.labels.contains { $0.box.overlaps(box) })
      }
    }
  }

  @Test("has no two lines to different places on top of each other")
  func tracks() {
    let runs = picture.lines.flatMap { line in
      zip(line.points, line.points.dropFirst()).compactMap { from, to in
        from.x == to.x && line.points.count == 4
          ? (x: from.x, low: min(from.y, to.y), high: max(from.y, to.y), end: line.points[3].y)
          : nil
      }
    }
    for (number, run) in runs.enumerated() {
      for other in runs[(number + 1)...] where other.x == run.x && other.end != run.end {
        #expect(run.high < other.low || other.high < run.low)
      }
    }
  }

  @Test("has an arrow for each way on, and one that comes in")
  func arrows() {
    let ways = Self.tangle.steps.flatMap(\.branches).count
    #expect(picture.lines.count == ways + 1)
    #expect(picture.pills.count == 3)
  }
}

extension FlowPicture.Box {
  fileprivate func overlaps(_ other: Self) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }
}
