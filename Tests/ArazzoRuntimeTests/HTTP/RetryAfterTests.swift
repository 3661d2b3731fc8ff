import Foundation
import Testing

@testable import ArazzoRuntime

@Suite("Retry-After: A6, A8")
struct RetryAfterTests {
  private static let now = Date(timeIntervalSince1970: 784_111_777)

  @Test(
    "seconds and dates are read, anything else is ignored",
    arguments: [
      ("0", Duration.zero), ("120", .seconds(120)), (" 7 ", .seconds(7)),
      ("Sun, 06 Nov 1994 08:49:37 GMT", .zero), ("Sun, 06 Nov 1994 08:50:37 GMT", .seconds(60)),
      ("Mon, 29 Feb 2016 00:00:00 GMT", .seconds(1_456_704_000 - 784_111_777)),
      ("Sun, 06 Nov 1994 08:49:36 GMT", nil), ("-1", nil), ("", nil), ("soon", nil), ("1.5", nil),
      ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
      ("Sunday, 06-Nov-94 08:49:37 GMT", nil), ("5, 5", nil), ("١", nil),
      ("99999999999999999999999", .seconds(1_000_000_000_000)),
    ])
  func a6_retryAfter(text: String, duration: Duration?) {
    #expect(RetryAfter.duration(text, now: Self.now) == duration)
  }
}
