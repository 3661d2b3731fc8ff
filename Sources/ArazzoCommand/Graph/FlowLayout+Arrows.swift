extension FlowLayout {
  /// How many tracks the ways back need: no more than there are.
  func backTracks() -> Int {
    graph.steps.enumerated().reduce(0) { count, entry in
      count + entry.element.branches.count { $0.goesBack(from: entry.offset) }
    }
  }

  // MARK: arrows

  mutating func placeArrows(left: Double, right: Double) {
    placeEntry()
    var departures: [(row: FlowPicture.Row, target: FlowGraph.Target, step: Int)] = []
    for (number, step) in graph.steps.enumerated() {
      placeNext(number, step)
      let withRows = step.branches.filter(\.hasRow)
      for (branch, row) in zip(withRows, picture.cards[number].rows)
      where !branch.isPlainNext(of: number) {
        departures.append((row, branch.target, number))
      }
    }
    let back = departures.filter { $0.target.isBack(from: $0.step) }
    let onward = departures.filter { !$0.target.isBack(from: $0.step) }
    placeBack(back.map { ($0.row, $0.target) }, left: left)
    placeOnward(onward.map { ($0.row, $0.target) }, right: right)
  }

  private mutating func placeEntry() {
    guard let first = picture.cards.first?.box else { return }
    picture.lines.append(
      FlowPicture.Line(
        points: [(first.center, first.y - 22), (first.center, first.y)], kind: .otherwise))
  }

  /// The arrow straight down to the next step.
  private mutating func placeNext(_ number: Int, _ step: FlowGraph.Step) {
    guard step.branches.contains(where: { $0.isPlainNext(of: number) }) else { return }
    let (from, to) = (picture.cards[number].box, picture.cards[number + 1].box)
    picture.lines.append(
      FlowPicture.Line(
        points: [(from.center, from.bottom), (to.center, to.y)], kind: .otherwise))
  }

  private mutating func placeBack(
    _ branches: [(row: FlowPicture.Row, target: FlowGraph.Target)], left: Double
  ) {
    var tracks = FlowTracks()
    for (row, target) in branches {
      guard case .step(let number) = target else { continue }
      let (start, end) = (row.box.middle, picture.cards[number].box.y + Self.headHeight / 2)
      let track = tracks.take(from: start, to: end, target: target)
      let x = left - 12 - Double(track) * Self.trackWidth
      picture.lines.append(
        FlowPicture.Line(
          points: [(left, start), (x, start), (x, end), (left, end)], kind: row.kind)
      )
    }
  }

  private mutating func placeOnward(
    _ branches: [(row: FlowPicture.Row, target: FlowGraph.Target)], right: Double
  ) {
    // An ending is beside the first row that leads to it.
    var places: [FlowGraph.Target: Double] = [:]
    for (row, target) in branches {
      if case .end = target, places[target] == nil { places[target] = row.box.middle }
    }
    let routes = routes(branches, places)
    let room = Double(routes.map { $0.track + 1 }.max() ?? 0) * Self.trackWidth
    let pillX = right + 16 + room + 22
    placePills(places, x: pillX)
    for route in routes { place(route, right: right, pillX: pillX) }
    let pills = picture.pills.map(\.box.right).max() ?? right
    let heading = picture.labels.map(\.box.right).max() ?? right
    picture.width = (max(pills, heading, right + 16 + room) + Self.margin).rounded(.up)
  }

  /// A branch with the track of its line; -1 for none.
  private struct Route {
    let row: FlowPicture.Row
    let target: FlowGraph.Target
    let end: Double
    let track: Int
  }

  private func routes(
    _ branches: [(row: FlowPicture.Row, target: FlowGraph.Target)],
    _ places: [FlowGraph.Target: Double]
  ) -> [Route] {
    var tracks = FlowTracks()
    return branches.map { row, target in
      let start = row.box.middle
      guard case .step(let number) = target else {
        let end = places[target] ?? start
        let track = end == start ? -1 : tracks.take(from: start, to: end, target: target)
        return Route(row: row, target: target, end: end, track: track)
      }
      let end = picture.cards[number].box.y + Self.headHeight / 2
      return Route(
        row: row, target: target, end: end,
        track: tracks.take(from: start, to: end, target: target))
    }
  }

  private mutating func placePills(_ places: [FlowGraph.Target: Double], x: Double) {
    for ending in graph.endings {
      guard let middle = places[.end(ending)] else { continue }
      let text = Self.shortened(ending.name)
      let width = FlowPicture.Label.Style.ending.width(of: text) + 28
      let box = FlowPicture.Box(
        x: x, y: middle - Self.pillHeight / 2, width: width, height: Self.pillHeight)
      picture.pills.append(FlowPicture.Pill(box: box, kind: ending.kind))
      place(text, .ending, x: x + 14, y: middle + 4.5)
    }
  }

  private mutating func place(_ route: Route, right: Double, pillX: Double) {
    let start = route.row.box.middle
    let x = right + 16 + Double(route.track) * Self.trackWidth
    let end = if case .end = route.target { pillX } else { right }
    let points =
      route.track < 0
      ? [(right, start), (end, start)]
      : [(right, start), (x, start), (x, route.end), (end, route.end)]
    picture.lines.append(FlowPicture.Line(points: points, kind: route.row.kind))
  }
}

extension FlowGraph.Target {
  fileprivate func isBack(from step: Int) -> Bool {
    if case .step(let number) = self { return number <= step }
    return false
  }
}

extension FlowGraph.Branch {
  fileprivate func goesBack(from step: Int) -> Bool { target.isBack(from: step) }

  /// Whether the step's card shows it: a single branch to the next step needs no text.
  var hasRow: Bool {
    if kind != .otherwise || wait != nil { return true }
    if case .step = target { return false }
    return true
  }

  fileprivate func isPlainNext(of step: Int) -> Bool { !hasRow && target == .step(step + 1) }
}
