import DustExample

extension RunAppAndPoll.Inputs {
  /// Inputs that the stand-in accepts; `config` is not given.
  static let example = Self(
    apiToken: "sk-example", wID: "acme", spaceID: "research", aID: "multiply",
    specificationHash: "5f2d0c", inputs: [["question": "5*7"]])

  /// The example with some inputs changed.
  static func example(_ change: (inout Self) -> Void) -> Self {
    var inputs = example
    change(&inputs)
    return inputs
  }
}
