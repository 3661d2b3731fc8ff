// swift-tools-version: 6.1
import PackageDescription

/// An app that has its workflows generated when it is built.
let package = Package(
  name: "plugged",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "arazzo-gen", path: "../../.."),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
  ],
  targets: [
    .target(
      name: "App",
      dependencies: [.product(name: "ArazzoRuntime", package: "arazzo-gen")],
      exclude: ["arazzo-gen.yaml", "cafe.openapi.yaml", "order.arazzo.yaml"],
      plugins: [.plugin(name: "ArazzoGenPlugin", package: "arazzo-gen")]
    ),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),
  ]
)
