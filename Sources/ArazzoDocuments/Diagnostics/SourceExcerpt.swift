/// The part of a source line around a location, as a terminal can show it.
struct SourceExcerpt {
  /// The most columns that an excerpt takes.
  static let widthLimit = 120

  let line: String
  /// The number of columns before the place.
  let caret: Int

  /// `nil` where the text has no such line, or the line is empty.
  init?(at location: Location) {
    guard let text = location.source.line(location.line), !text.isEmpty else { return nil }
    let scalars = Array(text.unicodeScalars)
    let place = min(max(location.column - 1, 0), scalars.count)
    let window = Self.window(of: scalars, around: place)
    let start = window.lowerBound > 0 ? "…" : ""
    let end = window.upperBound < scalars.count ? "…" : ""
    line = start + scalars[window].map(\.shown).joined() + end
    caret = start.unicodeScalars.count + scalars[window.lowerBound..<place].totalColumns
  }

  /// As many characters around the place as fit, more of them after it than before it only where
  /// the line starts.
  private static func window(of scalars: [Unicode.Scalar], around place: Int) -> Range<Int> {
    var (start, end) = (place, place)
    var width = 0
    while start > 0, width + scalars[start - 1].columns <= widthLimit / 2 {
      start -= 1
      width += scalars[start].columns
    }
    while end < scalars.count, width + scalars[end].columns <= widthLimit {
      width += scalars[end].columns
      end += 1
    }
    while end == scalars.count, start > 0, width + scalars[start - 1].columns <= widthLimit {
      start -= 1
      width += scalars[start].columns
    }
    return start..<end
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var totalColumns: Int { reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  /// The character as an excerpt shows it.
  fileprivate var shown: String {
    if self == "\t" { return "    " }
    return isHiddenControl ? visibleForm : String(self)
  }

  /// The columns that a terminal gives to what is shown.
  fileprivate var columns: Int {
    if value < 0x7F, value >= 0x20 { return 1 }
    if self == "\t" || isHiddenControl { return shown.utf8.count }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// Whether East Asian typography gives the character two columns, as it does with emoji.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
