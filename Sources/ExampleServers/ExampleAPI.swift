/// A stand-in for one of the example APIs: a value that says what the API answers.
///
/// It keeps no state. What an answer depends on beside its request is how often the operation has
/// been asked for already, and the server counts that.
package protocol ExampleAPI: Sendable {
  /// The operations that the API has.
  associatedtype Operation: Hashable, Sendable

  /// Answers that go before those of the API, for what a well-behaved server would not send.
  var interruptions: [Interruption<Operation>] { get set }

  /// The operation that a request is for; `nil` where the API has no such operation.
  func operation(of request: ReceivedRequest) -> Operation?

  /// The answer to a request.
  ///
  /// - Parameter pass: How often the operation has been asked for, this time included.
  func answer(_ operation: Operation, to request: ReceivedRequest, pass: Int) -> Answer
}

/// An answer that the API itself would not give.
package struct Interruption<Operation: Hashable & Sendable>: Sendable {
  /// What it is the answer to.
  package var operation: Operation
  /// Which of the operation's requests get it; the first is number 1.
  package var passes: ClosedRange<Int>
  /// What is sent.
  package var answer: Answer
}

extension ExampleAPI {
  /// The same API with another answer to some requests of an operation.
  package func answering(
    _ operation: Operation, _ passes: ClosedRange<Int> = 1...(.max), with answer: Answer
  ) -> Self {
    var copy = self
    copy.interruptions.append(
      Interruption(operation: operation, passes: passes, answer: answer))
    return copy
  }

  /// The answer to a request, interruptions first.
  func answer(to request: ReceivedRequest, after earlier: [ReceivedRequest]) -> Answer {
    guard let operation = operation(of: request) else {
      return .json(#"{"error": "no such path"}"#, status: 404)
    }
    let pass = 1 + earlier.count { self.operation(of: $0) == operation }
    let interruption = interruptions.last {
      $0.operation == operation && $0.passes.contains(pass)
    }
    return interruption?.answer ?? answer(operation, to: request, pass: pass)
  }
}
