extension SourceText {
  /// Decodes a file: UTF-8 with or without a byte order mark, or UTF-16 with one.
  ///
  /// - Throws: With the place of the first byte that is not text.
  package convenience init(decoding bytes: [UInt8], name: String) throws(DocumentError) {
    switch ByteOrderMark(of: bytes) {
    case .utf8: try self.init(utf8: Array(bytes.dropFirst(3)), name: name)
    case .utf16(let isBigEndian):
      try self.init(utf16: bytes.dropFirst(2), isBigEndian: isBigEndian, name: name)
    case .utf32:
      throw DocumentError(
        "the file is UTF-32", at: Location(SourceText(name: name, text: ""), line: 1, column: 1),
        suggestion: "save it as UTF-8")
    case nil: try self.init(utf8: bytes, name: name)
    }
  }

  private convenience init(utf8 bytes: [UInt8], name: String) throws(DocumentError) {
    self.init(name: name, text: String(decoding: bytes, as: UTF8.self))
    guard var offset = firstDifference(from: bytes) else { return }
    let repaired = Array(text.utf8)
    while offset > 0, offset < repaired.count, repaired[offset].isUTF8Continuation { offset -= 1 }
    throw DocumentError(
      "the file isn't valid UTF-8: this byte is invalid",
      at: location(utf8Offset: offset), suggestion: "save it as UTF-8")
  }

  /// The offset where the text, with its repairs, is no longer what was in the file.
  private func firstDifference(from bytes: [UInt8]) -> Int? {
    if text.utf8.withContiguousStorageIfAvailable({ bytes.areSame(as: $0) }) == true { return nil }
    var offset = 0
    for byte in text.utf8 {
      guard offset < bytes.count, bytes[offset] == byte else { return offset }
      offset += 1
    }
    return nil
  }

  private convenience init(
    utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool, name: String
  ) throws(DocumentError) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for start in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let (first, second) = (UInt16(bytes[start]), UInt16(bytes[start + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    self.init(name: name, text: String(decoding: units, as: UTF16.self))
    let fault = Self.firstLoneSurrogate(in: units) ?? (bytes.count % 2 == 1 ? units.count : nil)
    guard let fault else { return }
    let before = String(decoding: units.prefix(fault), as: UTF16.self)
    throw DocumentError(
      "the file isn't valid UTF-16: a surrogate lacks its other half",
      at: location(utf8Offset: before.utf8.count), suggestion: "save it as UTF-8")
  }

  private static func firstLoneSurrogate(in units: [UInt16]) -> Int? {
    var position = 0
    while position < units.count {
      if UTF16.isTrailSurrogate(units[position]) { return position }
      if UTF16.isLeadSurrogate(units[position]) {
        position += 1
        guard position < units.count, UTF16.isTrailSurrogate(units[position]) else {
          return position - 1
        }
      }
      position += 1
    }
    return nil
  }
}

/// The encoding that a file's byte order mark declares.
private enum ByteOrderMark {
  case utf8
  case utf16(isBigEndian: Bool)
  case utf32

  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: true)
    } else {
      return nil
    }
  }
}
