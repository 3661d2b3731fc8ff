extension ValuePlan {
  /// The same with names and indexes told apart in the last tokens of the way, as a query tells them.
  ///
  /// - Parameter tokens: What was followed, as in a JSON Pointer, to make this value.
  func following(_ tokens: [PointerToken]) -> ValuePlan {
    var result = self
    switch kind {
    case .responseBody(let pointer):
      result.kind = .responseBody(pointer: pointer.dropLast(tokens.count) + tokens)
    case .requestBody(let pointer):
      result.kind = .requestBody(pointer: pointer.dropLast(tokens.count) + tokens)
    case .member(let base, let pointer):
      // What comes before are names of members, as those of inputs.
      guard tokens.dropLast(pointer.count).allSatisfy({ $0.memberName != nil }) else {
        return missingLike
      }
      let last = tokens.suffix(pointer.count)
      result.kind = .member(base, pointer: pointer.dropLast(last.count) + last)
    default:
      if !tokens.allSatisfy({ $0.memberName != nil }) { return missingLike }
    }
    return result
  }
}
