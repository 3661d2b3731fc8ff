/// What the code of a step refers to, so that nothing is declared in vain.
package struct StepUses: Sendable {
  /// What is read of what was set before the step.
  package internal(set) var before: Set<VariableKey> = []
  /// What is read of what the step sets.
  var own: Set<VariableKey> = []
  /// Whether the response is looked at, other than after a failure.
  package internal(set) var response = false
  /// Whether it is looked at after a failure.
  package internal(set) var failedResponse = false
  /// Whether the failure itself is handed on.
  package internal(set) var failure = false
  /// Whether the outputs of the called workflow are read, other than after a failure.
  package internal(set) var callOutputs = false
  /// Whether they are read after a failure.
  package internal(set) var failedCallOutputs = false
  /// Whether control goes to another state, or to this one again.
  var state = false
  /// The workflows of which outputs are read that ran before this one.
  var dependencies: Set<String> = []
  var products: Set<RuntimeProduct> = []
}

extension StepUses: Encodable {
  private enum CodingKeys: CodingKey {
    case before, response, failedResponse, failure, callOutputs, failedCallOutputs
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(before.map(\.expression).sorted(), forKey: .before)
    try container.encode(response, forKey: .response)
    try container.encode(failedResponse, forKey: .failedResponse)
    try container.encode(failure, forKey: .failure)
    try container.encode(callOutputs, forKey: .callOutputs)
    try container.encode(failedCallOutputs, forKey: .failedCallOutputs)
  }
}

/// What the code calls besides the runtime itself, by the modules' names.
package enum RuntimeProduct: String, Sendable, Encodable {
  case forms = "ArazzoForms"
  case queries = "ArazzoQueries"
  case xml = "ArazzoXML"
}
