import Foundation

/// The memory that this process has in use, where the system tells it.
enum ResidentMemory {
  /// The highest size so far, in bytes.
  static var peak: Int? { bytes("VmHWM:") }

  /// The size now, in bytes.
  static var now: Int? { bytes("VmRSS:") }

  private static func bytes(_ name: String) -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1_024 }
  }
}
