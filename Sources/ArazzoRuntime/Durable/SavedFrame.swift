import Foundation

/// One workflow of a saved run: where it stands, and what has happened since it came there.
struct SavedFrame: Sendable {
  /// The numbers of the calls that led to it, such as `/0/2`.
  var path: String
  var plan: SavedPlan
  /// The state that was entered last; `nil` in straight code.
  var state: SavedState?
  /// The history at the time when the state was entered.
  var history: SavedHistory
  /// How many responses each step has received in the whole run.
  var visits: [String: Int]
  /// How many workflows it has called in the whole run.
  var calls: Int
  /// What has happened since the state was entered.
  var journal: [JournalEntry<SavedCall>]
}

/// A call whose workflow has a frame of its own, so that a saved run is no deeper than one workflow.
struct SavedCall: Sendable {}

/// Something that a workflow waited for, and what came of it.
enum JournalEntry<Call: Sendable>: Sendable {
  /// A step sent its request and received a response.
  case response(step: String, SavedResponse)
  /// A step sent its request, or was about to wait, and failed.
  case failure(step: String, SavedFailure)
  /// The workflow waits, or waited, before a step.
  case wait(step: String, SavedWait)
  /// It called another workflow, by a step, an action or a dependency.
  case call(number: Int, Call)
}

/// A response as it is needed to judge it again.
struct SavedResponse: Sendable {
  var status: Int
  var headers: [[String]]
  var body: [UInt8]
}

/// A failure without a response.
struct SavedFailure: Sendable, Codable {
  var code: WorkflowError.Code
  var reason: String
  /// The call depth of the workflow whose step exceeded its time limit.
  var callDepth: Int?
}

/// A wait with its end.
struct SavedWait: Sendable {
  var due: Date
  var duration: Duration
  var reason: WorkflowEvent.WaitReason
}

/// A state, or what it was coded as while its type is not known.
enum SavedState: Sendable {
  case live(any WorkflowState)
  case coded(JSONValue)

  /// The state as a value of its type.
  func value<State: WorkflowState>(as type: State.Type = State.self) throws -> State {
    switch self {
    case .live(let state as State): return state
    case .live(let other): return try Self.decode(Self.json(of: other))
    case .coded(let json): return try Self.decode(json)
    }
  }

  /// Whether it is this state.
  func isEqual<State: WorkflowState>(to state: State) -> Bool {
    (try? value(as: State.self)) == state
  }

  private static func decode<State: WorkflowState>(_ json: JSONValue) throws -> State {
    try JSONDecoder().decode(State.self, from: Data(json.serialized()))
  }

  static func json(
    of state: some WorkflowState, _ secrets: SecretEncoding? = nil
  ) throws -> JSONValue {
    let encoder = JSONEncoder()
    secrets?.add(to: &encoder.userInfo)
    return try JSONValue(parsing: Array(encoder.encode(state)))
  }
}
