/// A value that is kept in an object of its own, so that whatever holds it takes one word.
///
/// An `async` function keeps room for each value that it may hold across a wait, in every workflow
/// that waits. Requests, responses, errors and clients are boxed for that reason.
final class Boxed<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
