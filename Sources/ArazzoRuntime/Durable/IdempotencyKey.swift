import HTTPTypes

/// How a request tells a server that it is the same one as before.
public struct IdempotencyKey: Sendable, Hashable {
  let name: String

  /// A header field, such as `Idempotency-Key`.
  ///
  /// Every request whose method isn't `GET`, `HEAD`, `OPTIONS` or `TRACE` gets a key, unless the
  /// document sets the field. The key is a UUID that is derived from the run, the workflow, the
  /// step, and how many responses the step has received before:
  ///
  /// - A request that is sent again because no response came has the same key, also in another
  ///   process that resumes the run.
  /// - A request after a response has another one: the next pass of a loop, and a retry of what the
  ///   server has refused.
  ///
  /// With a name that no header field can have, such a request isn't sent, and the workflow ends
  /// with ``WorkflowError/Code/invalidRequest``.
  public static func header(_ name: String) -> IdempotencyKey { IdempotencyKey(name: name) }
}

extension IdempotencyKey {
  private static var safeMethods: Set<String> { ["GET", "HEAD", "OPTIONS", "TRACE"] }

  /// Sets the field, unless the request is safe or has one.
  func set(
    in request: StepRequest, of step: String, at place: RunPlace
  ) throws(WorkflowError) {
    if Self.safeMethods.contains(request.call.method.uppercased()) { return }
    if let field = HTTPField.Name(name), request.parameters.contains(where: { $0.field == field }) {
      return
    }
    request.setHeader(name, Self.key(of: step, at: place))
    try request.check()
  }

  private static func key(of step: String, at place: RunPlace) -> String {
    let frame = place.frame
    let parts = [
      place.record.id, frame.path, frame.plan.workflow, step, String(frame.visits(of: step)),
    ]
    var hash = WideHash()
    for part in parts { hash.combine("\(part.utf8.count):\(part)") }
    return hash.uuid
  }
}

/// The 128-bit FNV-1a hash: the same in every process, and not secure.
private struct WideHash {
  private var high: UInt64 = 0x6c62_272e_07bb_0142
  private var low: UInt64 = 0x62b8_2175_6295_c58d

  mutating func combine(_ text: String) {
    for byte in text.utf8 {
      low ^= UInt64(byte)
      // Times 2^88 + 0x13b.
      let product = low.multipliedFullWidth(by: 0x13b)
      high = high &* 0x13b &+ product.high &+ (low << 24)
      low = product.low
    }
  }

  /// A UUID of version 8, which is made as its maker likes (RFC 9562).
  var uuid: String {
    let high = self.high & 0xffff_ffff_ffff_0fff | 0x8000
    let low = self.low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let digits = [high, low].map { String($0, radix: 16) }
      .map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(Array(digits)[$0]) }.joined(separator: "-")
  }
}
