/// The instructions that are being followed, each once.
struct ActiveStates {
  private(set) var list: [Int] = []
  private var isListed: [Bool]

  init(count: Int) { isListed = Array(repeating: false, count: count) }

  mutating func push(_ instruction: Int) {
    guard !isListed[instruction] else { return }
    isListed[instruction] = true
    list.append(instruction)
  }

  mutating func removeAll() {
    for instruction in list { isListed[instruction] = false }
    list.removeAll(keepingCapacity: true)
  }
}
