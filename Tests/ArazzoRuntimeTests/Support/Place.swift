@_spi(Generated) import ArazzoRuntime

/// A state of the workflow `tidy` with a value.
struct Place<Value: Codable & Hashable & Sendable>: WorkflowState {
  static var plan: SavedPlan { SavedPlan("tidy", digest: "p1") }

  let value: Value

  init(_ value: Value) { self.value = value }

  var saved: SavedStep { SavedStep("go", ["$steps.stop.outputs.value": value]) }

  init(_ saved: SavedStep.Reader) throws {
    guard saved.name == "go" else { throw saved.unknownStep }
    value = try saved.value("$steps.stop.outputs.value")
  }
}
