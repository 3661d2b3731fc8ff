import Testing

/// A way that a package can compile generated code.
struct Setting: Sendable, CustomTestStringConvertible {
  /// The language mode; Swift 5 with all concurrency checks.
  var language: String
  /// What a declaration is isolated to when it does not say.
  var isolation: String
  /// Whether every upcoming feature is on.
  var hasUpcomingFeatures: Bool
  /// The access level of what is generated.
  var access: String

  var testDescription: String {
    "Swift \(language), \(isolation), \(access)" + (hasUpcomingFeatures ? ", upcoming" : "")
  }

  static let all = ["5", "6"].flatMap { language in
    ["nonisolated", "MainActor"].flatMap { isolation in
      [false, true].flatMap { hasUpcomingFeatures in
        ["internal", "package", "public"].map {
          Setting(
            language: language, isolation: isolation, hasUpcomingFeatures: hasUpcomingFeatures,
            access: $0)
        }
      }
    }
  }

  private static let upcomingFeatures = [
    "ExistentialAny", "InferIsolatedConformances", "InternalImportsByDefault",
    "MemberImportVisibility", "NonisolatedNonsendingByDefault",
  ]

  /// What to tell the compiler.
  var arguments: [String] {
    var arguments = [
      "-typecheck", "-wmo", "-parse-as-library", "-warnings-as-errors", "-module-name",
      "Generated", "-package-name", "app", "-swift-version", language, "-default-isolation",
      isolation,
    ]
    if language == "5" { arguments.append("-strict-concurrency=complete") }
    if hasUpcomingFeatures {
      arguments += Self.upcomingFeatures.flatMap { ["-enable-upcoming-feature", $0] }
    }
    return arguments
  }
}
