/// The vertical tracks beside the steps: lines share one where they don't meet, or where they lead to
/// the same place.
struct FlowTracks {
  private struct Use {
    let range: ClosedRange<Double>
    let target: FlowGraph.Target
  }

  private var tracks: [[Use]] = []

  /// - Returns: The number of the track, from 0 for the one beside the steps.
  mutating func take(from start: Double, to end: Double, target: FlowGraph.Target) -> Int {
    let use = Use(range: min(start, end)...max(start, end), target: target)
    for index in tracks.indices {
      let isFree = tracks[index].allSatisfy { other in
        other.target == target || other.range.upperBound + 6 < use.range.lowerBound
          || use.range.upperBound + 6 < other.range.lowerBound
      }
      guard isFree else { continue }
      tracks[index].append(use)
      return index
    }
    tracks.append([use])
    return tracks.count - 1
  }
}
