extension WorkflowRun {
  /// Throws where an input is not what the document admits; nothing is sent then.
  public func validate(_ inputs: some ValidatedInputs) throws(WorkflowError) {
    do throws(InvalidInput) {
      try inputs.validate()
    } catch {
      throw StepContext(workflow: workflow).error(.invalidInput, "\(error)")
    }
  }
}
