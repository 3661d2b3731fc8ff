import ArazzoRuntime

/// Tells what a workflow does, a line for each thing that happens.
struct Narrator: WorkflowObserver {
  func observe(_ event: WorkflowEvent) {
    if let line = line(for: event.kind) { Console.say(line) }
  }

  private func line(for kind: WorkflowEvent.Kind) -> String? {
    switch kind {
    case .requesting(let step, let method, let path):
      "\(column(step)) \(method) \(path)"
    case .responded(_, let status, let duration):
      "\(column("")) \(status) after \(milliseconds(duration)) ms"
    case .waiting(_, let duration, _):
      "\(column("")) still running: waiting \(milliseconds(duration)) ms"
    default:
      nil
    }
  }

  private func column(_ text: String) -> String {
    "  " + text + String(repeating: " ", count: max(0, 10 - text.count))
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int((duration / .milliseconds(1)).rounded())
  }
}
