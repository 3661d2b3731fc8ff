/// Random numbers that are the same on every machine for the same seed (SplitMix64).
struct RandomSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The numbers of one case, whatever the cases before it used.
  init(seed: UInt64, case number: Int) {
    var mixer = RandomSource(
      seed: seed ^ UInt64(bitPattern: Int64(number)) &* 0xD6E8_FEB8_6659_FD93)
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RandomSource {
  /// A number from 0 up to but not `bound`; 0 where there is none.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  mutating func between(_ least: Int, _ most: Int) -> Int { least + below(most - least + 1) }

  /// Whether something happens that happens so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of several.
  mutating func pick<Element>(_ elements: Element...) -> Element { elements[below(elements.count)] }

  /// One of a list; `nil` where it is empty.
  mutating func pick<List: RandomAccessCollection>(from list: List) -> List.Element? {
    list.isEmpty ? nil : list[list.index(list.startIndex, offsetBy: below(list.count))]
  }

  /// A part of a list of at most so many elements.
  mutating func range(in count: Int, atMost length: Int) -> Range<Int> {
    let start = below(count + 1)
    return start..<min(count, start + below(length + 1))
  }
}
