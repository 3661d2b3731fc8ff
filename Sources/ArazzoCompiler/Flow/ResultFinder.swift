/// Finds which outputs of a workflow are set at each of its endings.
struct ResultFinder {
  /// Each output's name and expression, in the document's order.
  private let outputs: [(name: String, expression: String)]
  /// The outputs as compiled, whatever is known of them.
  private let values: [ValuePlan]
  /// Every place where the workflow ends, with a value for each output.
  private let ends: [(ending: EndingPlan, values: [ValuePlan])]
  private let byEnding: [EndingPlan: [[ValuePlan]]]

  init(
    outputs: [(name: String, expression: String)], values: [ValuePlan],
    ends: [(EndingPlan, [ValuePlan])]
  ) {
    self.outputs = outputs
    self.values = values
    self.ends = ends
    byEnding = Dictionary(grouping: ends, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Every output; optional where an ending that a caller gets outputs of may be without it.
  var all: [OutputPlan] {
    let giving = ends.filter { givesOutputs($0.ending) }.map(\.values)
    return outputs.indices.map { index in plan(index, among: giving.map { $0[index] }) }
  }

  /// What is known at the endings.
  ///
  /// - Parameters:
  ///   - endings: In the plan's order.
  ///   - areShared: Whether a caller reads the outputs by one name, whichever ending was reached.
  func results(at endings: [EndingPlan], areShared: Bool) -> ResultsPlan {
    guard ends.contains(where: { Self.isKnowing($0.values) }) else { return ResultsPlan() }
    let all = areShared ? self.all : []
    var results: [(outputs: [OutputPlan], endings: [EndingPlan])] = []
    var numbers: [[OutputPlan]: Int] = [:]
    for ending in endings {
      let known = areShared && givesOutputs(ending) ? all : outputs(at: ending)
      guard !known.isEmpty else { continue }
      if let number = numbers[known] {
        results[number].endings.append(ending)
      } else {
        numbers[known] = results.count
        results.append((known, [ending]))
      }
    }
    return ResultsPlan(results)
  }

  /// Whether a caller gets outputs there: it goes on after any ending that isn't a failure.
  private func givesOutputs(_ ending: EndingPlan) -> Bool {
    guard let own = byEnding[ending] else { return false }
    return !ending.isFailure || own.contains(where: Self.isKnowing)
  }

  private static func isKnowing(_ values: [ValuePlan]) -> Bool { values.contains { !$0.isMissing } }

  /// The outputs that may be set at an ending.
  private func outputs(at ending: EndingPlan) -> [OutputPlan] {
    let own = byEnding[ending] ?? []
    return outputs.indices.compactMap { index in
      let values = own.map { $0[index] }
      return values.allSatisfy(\.isMissing) ? nil : plan(index, among: values)
    }
  }

  private func plan(_ index: Int, among known: [ValuePlan]) -> OutputPlan {
    OutputPlan(
      name: outputs[index].name,
      type: known.first { !$0.isMissing }?.type ?? values[index].type,
      isOptional: known.isEmpty || known.contains(where: \.isOptional),
      expression: outputs[index].expression)
  }
}
