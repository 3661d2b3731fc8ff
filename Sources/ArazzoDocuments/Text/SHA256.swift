/// SHA-256 (FIPS 180-4), for the hash in the header of generated files. Foundation has none on
/// Linux, and a package for it would multiply the build time of the tool.
package enum SHA256 {
  /// The digest in lower-case hexadecimal digits.
  package static func hexDigest(_ message: [UInt8]) -> String {
    var state = State()
    let whole = message.count / 64 * 64
    compress(message[..<whole], into: &state)
    compress(padded(message[whole...], length: message.count)[...], into: &state)
    return state.words.map(hex).joined()
  }

  private static func hex(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The end of a message that is no whole block, a one bit, zeros, and the length in bits, to a
  /// multiple of 64 bytes.
  private static func padded(_ end: ArraySlice<UInt8>, length: Int) -> [UInt8] {
    let zeros = (119 - end.count % 64) % 64
    let bits = UInt64(length) * 8
    let size = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    return Array(end) + [0x80] + [UInt8](repeating: 0, count: zeros) + size
  }

  /// Takes whole blocks.
  ///
  /// The words of a block are in memory of its own and nothing checks bounds: with arrays it is
  /// several times slower, and this reads every byte of every source.
  private static func compress(_ blocks: ArraySlice<UInt8>, into state: inout State) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      constants.withUnsafeBufferPointer { constants in
        blocks.withUnsafeBufferPointer { bytes in
          for start in stride(from: 0, to: bytes.count, by: 64) {
            schedule(UnsafeBufferPointer(rebasing: bytes[start..<start + 64]), in: words)
            state.compress(UnsafeBufferPointer(words), constants)
          }
        }
      }
    }
  }

  private static func schedule(
    _ block: UnsafeBufferPointer<UInt8>, in words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      let (a, b) = (UInt32(block[4 * i]), UInt32(block[4 * i + 1]))
      let (c, d) = (UInt32(block[4 * i + 2]), UInt32(block[4 * i + 3]))
      words[i] = a << 24 | b << 16 | c << 8 | d
    }
    for i in 16..<64 {
      let (a, b) = (words[i - 15], words[i - 2])
      let first = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
      let second = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
      words[i] = words[i - 16] &+ first &+ words[i - 7] &+ second
    }
  }
}

private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

extension SHA256 {
  /// The eight words that a message is compressed into.
  private struct State {
    var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32) = (
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a
    )
    var (e, f, g, h): (UInt32, UInt32, UInt32, UInt32) = (
      0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
    )

    var words: [UInt32] { [a, b, c, d, e, f, g, h] }

    mutating func compress(
      _ words: UnsafeBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
      var next = self
      for i in 0..<64 { next.mix(words[i] &+ constants[i]) }
      (a, b, c, d) = (a &+ next.a, b &+ next.b, c &+ next.c, d &+ next.d)
      (e, f, g, h) = (e &+ next.e, f &+ next.f, g &+ next.g, h &+ next.h)
    }

    @inline(__always)
    private mutating func mix(_ word: UInt32) {
      let mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let first = h &+ mixed &+ ((e & f) ^ (~e & g)) &+ word
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
