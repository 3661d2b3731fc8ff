import Foundation

/// The condition of a `regex` criterion (rule C3).
package struct RegexCondition: Sendable, Hashable {
  /// The pattern as it is written.
  package let text: String
  package let pattern: ParsedPattern
  /// The pattern in the group that ECMA-262 has for `(?i)` at its start (dialect P18).
  package let ignoringCase: String?

  package static func parse(_ text: String) throws(ExpressionError) -> RegexCondition {
    let flag = "(?i)"
    // Of the same length, so that places stay what they are.
    let group = text.hasPrefix(flag) ? "(?i:\(text.dropFirst(flag.count)))" : nil
    return RegexCondition(
      text: text, pattern: try ParsedPattern.parse(group ?? text), ignoringCase: group)
  }

  /// The statuses that the pattern finds a match in; `nil` where that is not known.
  package func matching(_ statuses: some Sequence<Int>) -> Set<Int>? {
    guard pattern.values.isEmpty,
      let expression = try? NSRegularExpression(pattern: text)
    else { return nil }
    return Set(
      statuses.filter { status in
        let digits = String(status)
        let range = NSRange(location: 0, length: digits.utf16.count)
        return expression.firstMatch(in: digits, range: range) != nil
      })
  }
}

extension RegexCondition {
  /// The text between slashes that JavaScript would have around a pattern, with the flags behind
  /// them; `nil` if the slashes can be part of the pattern.
  package var betweenSlashes: (pattern: String, flags: String)? {
    guard text.first == "/", let end = text.lastIndex(of: "/"), end != text.startIndex,
      text[end...].dropFirst().allSatisfy({ "dgimsuvy".contains($0) })
    else { return nil }
    let inner = text[..<end].dropFirst()
    guard inner.hasPrefix("^") || inner.hasSuffix("$") || text.last != "/" else { return nil }
    return (String(inner), text[end...].dropFirst().filter { "ims".contains($0) })
  }
}
