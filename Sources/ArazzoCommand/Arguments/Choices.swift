import ArazzoSwiftEmitter
import ArgumentParser

/// The access level of generated code.
enum AccessLevel: String, CaseIterable, ExpressibleByArgument {
  case `public`, package, `internal`

  var forEmitter: SwiftEmitter.Options.Access {
    switch self {
    case .public: .public
    case .package: .package
    case .internal: .internal
    }
  }
}

/// Where generated code gets the runtime from.
enum RuntimePlace: String, CaseIterable, ExpressibleByArgument {
  /// The products of this package.
  case package
  /// Sources beside it.
  case embedded
}

/// The format of diagnostics.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people, and for Xcode.
  case text
  case json
  /// SARIF 2.1.0, which code hosts show beside the lines.
  case sarif
  /// Annotations of GitHub Actions.
  case github
}
