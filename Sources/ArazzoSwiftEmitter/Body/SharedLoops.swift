import ArazzoCompiler

/// The long loops that a workflow closes in several places: their steps are listed once.
struct SharedLoops {
  /// Up to so many steps a list is as short as the name of a constant.
  private static let inlineLimit = 3

  /// The steps of each, in the order in which the loops are closed.
  let all: [[String]]

  init(_ plan: WorkflowPlan) {
    let loops = plan.everyStep.flatMap(\.transitions).compactMap { transition -> [String]? in
      guard case .step(_, _, let wait?) = transition else { return nil }
      return wait.loop.count > Self.inlineLimit ? wait.loop : nil
    }
    let counts = Dictionary(loops.map { ($0, 1) }, uniquingKeysWith: +)
    var seen: Set<[String]> = []
    all = loops.filter { counts[$0, default: 0] > 1 && seen.insert($0).inserted }
  }

  /// The name of the constant for a loop; `nil` where its steps are listed in place.
  func name(of loop: [String]) -> String? { all.firstIndex(of: loop).map(Self.name) }

  /// The constants.
  var declarations: [Layout] {
    all.enumerated().map { number, steps in
      .lines([
        .documentation("The steps of a loop that is closed in several places."),
        [
          .text("fileprivate static let \(Self.name(number)) = "),
          .array(steps.map(Layout.string)),
        ],
      ])
    }
  }

  private static func name(_ number: Int) -> String {
    number == 0 ? "loop" : "loop\(number + 1)"
  }
}
