import Testing

@testable import ArazzoDocuments

@Suite("A damaged file is read or refused, and nothing else")
struct RobustnessTests {
  private static let yaml = """
    %YAML 1.2
    ---
    base: &base {a: 1, "b": [x, 'y''z', 0x1F], c: ~}
    copy:
      <<: *base
      text: |
        line one
        \ttabbed
      folded: >-
        some
        words é😀\u{2028}
      ? key
      : !!str 200
    "q\\u00e9\\n": [*base, -1.5e3, .inf]

    """
  private static let json = """
    {"a": [1, -0.5e+10, true, null, "\\ud83d\\ude00 \\n é"], "b": {"c": {"d": []}},
    \t"e": "", "f": 123456789012345678901234567890}
    """
  private static let samples = [yaml, json].map { Array($0.utf8) }

  private func check(_ bytes: [UInt8]) {
    guard let found = problem(bytes: bytes) else { return }
    #expect(found.location != nil)
    let printed = DiagnosticPrinter().text(for: found)
    #expect(printed.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHiddenControl })
  }

  @Test("the samples are whole")
  func whole() throws {
    for bytes in Self.samples { #expect(problem(bytes: bytes)?.message == nil) }
  }

  @Test("every beginning of a file")
  func truncated() {
    for bytes in Self.samples {
      for length in bytes.indices { check(Array(bytes.prefix(length))) }
    }
  }

  @Test("every byte replaced by every kind of byte")
  func replaced() {
    let kinds: [UInt8] = [
      0, 0x09, 0x0A, 0x0D, 0x1B, 0x20, 0x26, 0x2A, 0x22, 0x5B, 0x7D, 0x80, 0xFF,
    ]
    for bytes in Self.samples {
      for position in bytes.indices {
        for kind in kinds {
          var damaged = bytes
          damaged[position] = kind
          check(damaged)
        }
      }
    }
  }

  @Test("bytes removed and doubled")
  func moved() {
    for bytes in Self.samples {
      for position in bytes.indices {
        check(Array(bytes[..<position] + bytes[(position + 1)...]))
        check(Array(bytes[...position] + bytes[position...]))
      }
    }
  }
}
