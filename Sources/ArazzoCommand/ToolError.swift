import Foundation

/// An error outside of any document: a file that can't be read or written.
struct ToolError: Error {
  let message: String
  /// What to do instead.
  let suggestion: String?

  init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }
}

extension ToolError {
  /// Why the system refused, in the words of the system.
  static func reason(_ error: any Error) -> String {
    if let error = error as? POSIXError { return String(cString: strerror(error.code.rawValue)) }
    if let code = errno(in: error as NSError) { return String(cString: strerror(code)) }
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return "no such file or folder"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left"
    case .fileWriteVolumeReadOnly: return "the volume is read-only"
    case .fileWriteFileExists: return "it already exists"
    default: return "the system refused (\(error.localizedDescription))"
    }
  }

  private static func errno(in error: NSError) -> Int32? {
    if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return nil }
    return Int32(truncatingIfNeeded: underlying.code)
  }
}
