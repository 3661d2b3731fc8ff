// swift-tools-version: 6.1
import PackageDescription

/// An app that has the generated code and the runtime's sources, and does not know this package.
let package = Package(
  name: "embedded",
  platforms: [.macOS(.v13)],
  dependencies: [.package(url: "https://github.com/apple/swift-http-types", from: "1.3.0")],
  targets: [
    .target(
      name: "App", dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),
  ]
)
