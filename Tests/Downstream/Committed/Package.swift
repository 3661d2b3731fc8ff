// swift-tools-version: 6.1
import PackageDescription

/// An app that commits the code of its workflows.
let package = Package(
  name: "committed",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "arazzo-gen", path: "../../..", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
  ],
  targets: [
    .target(
      name: "App",
      dependencies: [.product(name: "ArazzoRuntime", package: "arazzo-gen")],
      exclude: ["cafe.openapi.yaml", "order.arazzo.yaml"]
    ),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),
  ]
)
