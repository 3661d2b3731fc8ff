extension WorkflowRun {
  /// Throws ``WorkflowError/Code/invalidInput`` if an input violates its schema.
  public func validate(_ inputs: some ValidatedInputs) throws(WorkflowError) {
    do throws(InvalidInput) {
      try inputs.validate()
    } catch {
      throw StepContext(workflow: workflow).error(.invalidInput, "\(error)")
    }
  }
}
