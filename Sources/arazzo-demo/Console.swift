import Foundation

/// Standard output, without a buffer: a line is seen when it is said.
enum Console {
  static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
