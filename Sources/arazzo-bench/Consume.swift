/// Takes a result, so that the optimiser can't leave out the work that made it.
@inline(never)
func consume<Value>(_ value: Value) {
  withExtendedLifetime(value) {}
}
