/// A step as control flow sees it: what it reads, what it sets, where it leads.
struct FlowNode {
  /// Variables that its request reads.
  var requestUses: VariableSet
  /// Of those, the ones that it can't be sent without.
  var required: VariableSet
  /// Variables that its criteria and outputs read after the response.
  var responseUses: VariableSet
  /// Variables that the criteria of its success actions read.
  var successUses: VariableSet
  /// Variables that the criteria of its failure actions read.
  var failureUses: VariableSet
  /// Variables that it sets when it succeeds.
  var defines: VariableSet
  /// Where control may go after a success; `nil` is the end of the workflow.
  var success: [Int?]
  /// Where control may go after a failure that an action takes over; itself for a retry.
  var failure: [Int?]

  /// Whether another workflow may go on in the place of this one after a success.
  var leavesOnSuccess = false
  /// The same after a failure.
  var leavesOnFailure = false

  /// The steps that may come next, however this one ends.
  var next: [Int] { (success + failure).compactMap(\.self) }
  var canEnd: Bool {
    success.contains(nil) || failure.contains(nil) || leavesOnSuccess || leavesOnFailure
  }
}
