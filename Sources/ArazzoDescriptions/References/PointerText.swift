import ArazzoDocuments
import Foundation

extension JSONPointer {
  /// The pointer in a URL's fragment, percent-encoding and `~` escapes undone; `nil` for what is no
  /// pointer.
  init?(fragment: some StringProtocol) {
    let text = String(fragment)
    self.init(text: text.removingPercentEncoding ?? text)
  }

  /// The pointer as RFC 6901 writes it: empty, or tokens that each follow a slash.
  private init?(text: String) {
    guard text.isEmpty || text.hasPrefix("/") else { return nil }
    let tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    self.init(
      tokens: tokens.map {
        String($0).replacing("~1", with: "/").replacing("~0", with: "~")
      })
  }
}
