@_spi(Generated) import ArazzoForms
@_spi(Generated) import ArazzoJSON
@_spi(Generated) import ArazzoRuntime
import ArazzoStreams
import Foundation

/// Event streams cut anywhere, and the small texts of HTTP and JSON: media types, waits, dates,
/// numbers and forms.
struct StreamFuzzer: Fuzzer {
  /// The years 0 to 9999 in seconds since 1970.
  private static let years = -62_167_219_200.0..<253_402_300_799.0

  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    var text = (0..<random.below(40)).map { _ in piece(&random) }.joined()
    if random.chance(20) {
      text += String(repeating: random.pick("a", "9", ";", "\n"), count: 20_000)
    }
    var bytes = Array(text.utf8)
    while random.chance(30) { bytes = TextMutator.mutate(bytes, &random) }
    return FuzzCase("input.txt", bytes)
  }

  private func piece(_ random: inout RandomSource) -> String {
    switch random.below(4) {
    case 0: random.pick("data: ", "data", "event: ", "id: ", "id:", "retry: 5", ":", "\u{FEFF}")
    case 1: random.pick("\n", "\n\n", "\r", "\r\n", "\r\n\r\n", "\r\r", "\n\r")
    case 2: HostileText.text(&random)
    default:
      random.pick(
        "text/event-stream", "application/json; charset=\"utf-8\"", "2024-02-29T23:59:60Z", ",",
        "2024-12-31T23:59:59.999999999999999999999+23:59", "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "120", "-1", "1.5",
        "99999999999999999999", "1e400", "0000-01-01", "9999-12-31T23:59:59-23:59", "GMT")
    }
  }

  func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let bytes = input.bytes(of: "input.txt")
    let events = EventStreamParser.events(in: bytes)
    var parser = EventStreamParser()
    var pieces: [ServerEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 + random.below(random.pick(1, 3, 50)))
      pieces += parser.read(piece)
      rest = rest.dropFirst(piece.count)
    }
    guard pieces == events else {
      throw FuzzFailure(
        "cut into pieces the stream has \(pieces.count) events, else \(events.count)")
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(50) {
      try check(String(decoding: line, as: UTF8.self))
    }
    try check(String(decoding: bytes, as: UTF8.self))
    return events.isEmpty ? .refused : .accepted
  }

  private func check(_ text: String) throws {
    if let media = MediaType(text) {
      _ = (media.parameter("charset"), media.isText)
      guard MediaType(media.name)?.name == media.name else {
        throw FuzzFailure("the media type '\(media.name)' is another when it is read again")
      }
    }
    if let wait = RetryAfter.duration(text, now: Date(timeIntervalSince1970: 1_700_000_000)),
      wait < .zero
    {
      throw FuzzFailure("'\(text)' is a wait of \(wait)")
    }
    // RFC 3339 has years of four digits, and an offset can lead out of them.
    if let date = APITimestamp(text).date, Self.years.contains(date.timeIntervalSince1970) {
      guard let again = APITimestamp(date).date, abs(again.timeIntervalSince(date)) < 0.01 else {
        throw FuzzFailure("'\(text)' is another point in time when it is written")
      }
    }
    try checkNumber(text)
    try checkEncoding(text)
  }

  private func checkNumber(_ text: String) throws {
    guard let number = JSONNumber(text) else { return }
    _ = (number.int64, number.uint64, number.double, number.hashValue)
    guard let again = JSONNumber(number.description), again == number, !(number < again) else {
      throw FuzzFailure("the number \(text) is another when it is written")
    }
  }

  private func checkEncoding(_ text: String) throws {
    let field = PercentEncoding.form(text)
    guard field.replacing("+", with: " ").percentDecoded == Array(text.utf8) else {
      throw FuzzFailure("as a value of a form it is \(field)")
    }
    let value = PercentEncoding.value(text)
    guard value.percentDecoded == Array(text.utf8) else {
      throw FuzzFailure("as a value of a path it is \(value)")
    }
    for part in [PercentEncoding.literal(text), PercentEncoding.reserved(text, except: "&#")]
    where part.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) {
      throw FuzzFailure("a part of a URL is \(part)")
    }
  }
}

extension String {
  /// The bytes that the text stands for; Foundation leaves out a byte order mark.
  fileprivate var percentDecoded: [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let decoded = UInt8(digits, radix: 16) {
        bytes.append(decoded)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
