extension Program {
  /// Whether the text holds a match; false where the budget runs out.
  func finds(in text: [Unicode.Scalar], _ budget: inout Budget) -> Bool {
    var matcher = Matcher(program: self, text: text)
    for look in looks {
      guard budget.spend(Budget.remembered * (text.count + 1)) else { return false }
      var places = [Bool](repeating: false, count: text.count + 1)
      let direction: Matcher.Direction = look.isBehind ? .forwards : .backwards
      matcher.run(look.instructions, direction, &budget) { place in
        places[place] = true
        return false
      }
      matcher.looks.append(places)
    }
    var isFound = false
    let end = isAnchored ? text.count : nil
    matcher.run(instructions, .forwards, startsOnlyAtEdge: isAnchored, &budget) { place in
      isFound = end == nil || place == end
      return isFound
    }
    return isFound && !budget.isSpent
  }
}

/// Reads a text once, with every instruction that a match may have come to.
struct Matcher {
  enum Direction { case forwards, backwards }

  let program: Program
  let text: [Unicode.Scalar]
  /// For each look-around that is already known, where it holds.
  var looks: [[Bool]] = []

  init(program: Program, text: [Unicode.Scalar]) {
    self.program = program
    self.text = text
  }

  /// Begins a match at every place (or only where reading begins) and tells where one has ended.
  ///
  /// - Parameter report: Takes a place; whether that is enough.
  func run(
    _ code: [Program.Instruction], _ direction: Direction, startsOnlyAtEdge: Bool = false,
    _ budget: inout Budget, report: (Int) -> Bool
  ) {
    guard budget.spend(code.count / 4) else { return }
    var current = ActiveStates(count: code.count)
    var next = ActiveStates(count: code.count)
    for step in 0...text.count {
      let place = direction == .forwards ? step : text.count - step
      if step == 0 || !startsOnlyAtEdge { current.push(0) }
      if follow(code, &current, at: place), report(place) { return }
      guard step < text.count, budget.spend(current.list.count + 1) else { return }
      let scalar = text[direction == .forwards ? place : place - 1]
      for state in current.list where consumes(code[state], scalar, &budget) {
        next.push(state + 1)
      }
      swap(&current, &next)
      next.removeAll()
      if startsOnlyAtEdge, current.list.isEmpty { return }
    }
  }

  /// Goes on to everything that can be reached without a character; whether that is a match.
  private func follow(
    _ code: [Program.Instruction], _ states: inout ActiveStates, at place: Int
  ) -> Bool {
    var isMatch = false
    var index = 0
    while index < states.list.count {
      let state = states.list[index]
      index += 1
      switch code[state] {
      case .consume, .scalar: break
      case .split(let first, let second):
        states.push(first)
        states.push(second)
      case .jump(let target): states.push(target)
      case .place(let kind): if holds(kind, at: place) { states.push(state + 1) }
      case .look(let number, let isNegated):
        if looks[number][place] != isNegated { states.push(state + 1) }
      case .match: isMatch = true
      }
    }
    return isMatch
  }

  private func consumes(
    _ instruction: Program.Instruction, _ scalar: Unicode.Scalar, _ budget: inout Budget
  ) -> Bool {
    switch instruction {
    case .scalar(let wanted): return wanted == scalar
    case .consume(let number):
      let set = program.sets[number]
      return budget.spend(set.characters.cost(of: scalar, ignoringCase: set.ignoresCase))
        && set.characters.contains(scalar, ignoringCase: set.ignoresCase)
    case .split, .jump, .place, .look, .match: return false
    }
  }

  private func holds(_ kind: RegexPattern.Place, at place: Int) -> Bool {
    let before = place > 0 ? text[place - 1] : nil
    let after = place < text.count ? text[place] : nil
    let isBoundary = (before?.isWordCharacter ?? false) != (after?.isWordCharacter ?? false)
    switch kind {
    case .start: return before == nil
    case .end: return after == nil
    case .lineStart: return before?.isLineEnd ?? true
    case .lineEnd: return after?.isLineEnd ?? true
    case .wordBoundary: return isBoundary
    case .notWordBoundary: return !isBoundary
    }
  }
}
