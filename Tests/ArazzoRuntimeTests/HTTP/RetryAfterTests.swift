import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("Retry-After: A6, A8")
struct RetryAfterTests {
  private static let now = Date(timeIntervalSince1970: 784_111_777)

  @Test(
    "seconds and dates are read, anything else is ignored",
    arguments: [
      ("0", Duration.zero), ("120", .seconds(120)), (" 7 ", .seconds(7)),
      ("Sun, 06 Nov 1994 08:49:37 GMT", .zero), ("Sun, 06 Nov 1994 08:50:37 GMT", .seconds(60)),
      ("Mon, 29 Feb 2016 00:00:00 GMT", .seconds(1_456_704_000 - 784_111_777)),
      ("Sun, 06 Nov 1994 08:49:36 GMT", nil), ("-1", nil), ("", nil), ("soon", nil),
      ("1.5", .seconds(2)), ("2.000", .seconds(2)), ("0.01", .seconds(1)), ("1.", nil), (".5", nil),
      ("1.5.1", nil), ("-0.5", nil), ("1e3", nil), ("+1", nil), ("\t3 ", .seconds(3)),
      ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
      ("Sunday, 06-Nov-94 08:50:37 GMT", .seconds(60)), ("Sun Nov  6 08:50:37 1994", .seconds(60)),
      ("Wed Nov 16 08:49:37 1994", .seconds(864_000)), ("Sun Nov 6 08:50:37 1994", nil),
      ("Sun, 06 Nov 1994 08:50:37 UTC", nil), ("Sun, 6 Nov 1994 08:50:37 GMT", nil),
      ("Sun, 06 Nov 1994 08:50:37 GMT+1", nil), ("Sun, 06-Nov-94 08:50:37 GMT", nil),
      ("Sun, 31 Feb 1995 08:50:37 GMT", nil), ("Sun, 06 Nov 1994 08:49:60 GMT", .seconds(23)),
      ("5, 5", nil), ("١", nil),
      ("99999999999999999999999", .seconds(1_000_000_000_000)),
    ])
  func a6_retryAfter(text: String, duration: Duration?) {
    #expect(RetryAfter.duration(text, now: Self.now) == duration)
  }

  @Test(
    "A6: a year of two digits is at most fifty years ahead",
    arguments: [
      ("Sunday, 01-Jan-76 00:00:00 GMT", 3_345_062_400 as Double),
      ("Friday, 27-Nov-76 00:00:00 GMT", 3_373_660_800),
      ("Sunday, 28-Nov-76 00:00:01 GMT", 217_987_201),
      ("Sunday, 01-Jan-77 00:00:00 GMT", 220_924_800),
      ("Monday, 01-Jan-26 00:00:00 GMT", 1_767_225_600),
      ("Saturday, 01-Jan-00 00:00:00 GMT", 946_684_800),
    ])
  func a6_twoDigits(text: String, seconds: Double) {
    let now = Date(timeIntervalSince1970: 1_795_824_000)  // 2026-11-28
    #expect(HTTPDate.date(text, now: now) == Date(timeIntervalSince1970: seconds))
  }
}
