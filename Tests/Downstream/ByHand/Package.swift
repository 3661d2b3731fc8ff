// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "by-hand", platforms: [.macOS(.v13)], targets: [.executableTarget(name: "App")])
