/// Finds which outputs of a workflow are set at each of its endings.
struct ResultFinder {
  /// Each output's name and expression, in the document's order.
  let outputs: [(name: String, expression: String)]
  /// The outputs as compiled, whatever is known of them.
  let values: [ValuePlan]
  /// Every place where the workflow ends, with a value for each output.
  let ends: [(EndingPlan, [ValuePlan])]

  /// Every output; optional where an ending that knows any may be without it.
  var all: [OutputPlan] {
    let knowing = ends.filter { end in end.1.contains { !$0.isMissing } }
    return outputs.indices.map { index in plan(index, among: knowing.map { $0.1[index] }) }
  }

  /// What is known at the endings, one result for those with the same outputs.
  ///
  /// - Parameters:
  ///   - endings: In the plan's order, the main one first.
  ///   - areShared: Whether a caller reads the outputs by one name, whichever ending was reached.
  func results(at endings: [EndingPlan], areShared: Bool) -> [ResultPlan] {
    var results: [ResultPlan] = []
    for ending in endings {
      let known = areShared && isKnowing(ending) ? all : outputs(at: ending)
      guard !known.isEmpty else { continue }
      if let index = results.firstIndex(where: { $0.outputs == known }) {
        results[index].endings.append(ending)
      } else {
        results.append(ResultPlan(outputs: known, endings: [ending]))
      }
    }
    return results
  }

  private func isKnowing(_ ending: EndingPlan) -> Bool {
    ends.contains { $0.0 == ending && $0.1.contains { !$0.isMissing } }
  }

  /// The outputs that may be set at an ending.
  private func outputs(at ending: EndingPlan) -> [OutputPlan] {
    let own = ends.filter { $0.0 == ending }.map(\.1)
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
