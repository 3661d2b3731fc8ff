// swift-tools-version: 6.1
import PackageDescription

/// The generator's own dependencies sit behind this trait, so that an app that uses only the
/// runtime (`traits: []`) resolves swift-http-types and nothing else.
let generator: TargetDependencyCondition? = .when(traits: ["Generator"])
/// swift-log sits behind this trait, so that only an app that logs through it resolves it.
let logging: TargetDependencyCondition? = .when(traits: ["Logging"])
/// swift-distributed-tracing and swift-metrics are for those who trace.
let tracing: TargetDependencyCondition? = .when(traits: ["Tracing"])
/// SwiftNIO and async-http-client are for those who ask for that transport.
let asyncHTTPClient: TargetDependencyCondition? = .when(traits: ["AsyncHTTPClient"])
/// What gRPC wants: the symbols of ArazzoTemporal are for these versions and later.
let temporalVersions: [SwiftSetting] = [
  .enableExperimentalFeature(
    "AvailabilityMacro=Temporal 1.0:macOS 15.0, iOS 18.0, watchOS 11.0, tvOS 18.0, visionOS 2.0")
]
/// gRPC, Protocol Buffers and swift-service-lifecycle are for those who run workflows on Temporal.
let temporal: TargetDependencyCondition? = .when(traits: ["Temporal"])
/// GRDB, and with it SQLite, is for those who store runs in a file.
let store: TargetDependencyCondition? = .when(traits: ["Store"])

let package = Package(
  name: "arazzo-gen",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "ArazzoRuntime", targets: ["ArazzoRuntime"]),
    .library(name: "ArazzoJSON", targets: ["ArazzoJSON"]),
    .library(name: "ArazzoStreams", targets: ["ArazzoStreams"]),
    .library(name: "ArazzoXML", targets: ["ArazzoXML"]),
    .library(name: "ArazzoQueries", targets: ["ArazzoQueries"]),
    .library(name: "ArazzoTesting", targets: ["ArazzoTesting"]),
    .library(name: "ArazzoForms", targets: ["ArazzoForms"]),
    .library(name: "ArazzoOAuth", targets: ["ArazzoOAuth"]),
    .library(name: "ArazzoMCP", targets: ["ArazzoMCP"]),
    .library(name: "ArazzoLogging", targets: ["ArazzoLogging"]),
    .library(name: "ArazzoTracing", targets: ["ArazzoTracing"]),
    .library(name: "ArazzoStore", targets: ["ArazzoStore"]),
    .library(name: "ArazzoAsyncHTTPClient", targets: ["ArazzoAsyncHTTPClient"]),
    .library(name: "ArazzoTemporal", targets: ["ArazzoTemporal"]),
    .executable(name: "arazzo-gen", targets: ["arazzo-gen"]),
    .plugin(name: "ArazzoGenPlugin", targets: ["ArazzoGenPlugin"]),
    .plugin(name: "ArazzoGenerateCommand", targets: ["ArazzoGenerateCommand"]),
  ],
  traits: [
    .trait(name: "Generator", description: "The arazzo-gen command and what it needs to build."),
    .trait(name: "Logging", description: "What ArazzoLogging needs to write to swift-log."),
    .trait(name: "Tracing", description: "What ArazzoTracing needs for spans and metrics."),
    .trait(name: "Store", description: "What ArazzoStore needs to store runs in SQLite."),
    .trait(name: "AsyncHTTPClient", description: "A transport over async-http-client."),
    .trait(
      name: "Temporal", description: "What ArazzoTemporal needs to speak to a Temporal server."),
    .default(enabledTraits: ["Generator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
    // Wants libsqlite3-dev on Linux.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.22.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.24.0"),
    // For the errors that async-http-client hands on, and its buffers.
    .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.27.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
    // For a Temporal server: its protocol and its messages, and the life of a worker.
    .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
    .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // For `swift package generate-documentation`; no target uses it, so no app resolves it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    // What generated code calls.
    .target(
      name: "ArazzoRuntime",
      dependencies: [
        "ArazzoJSON", "ArazzoStreams",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    // The values in requests and responses; the runtime hands it on.
    .target(name: "ArazzoJSON"),
    // Streams of bytes: events that come, files that go.
    .target(name: "ArazzoStreams"),

    // What generated code calls besides where a workflow uses XPath.
    .target(name: "ArazzoXML", dependencies: ["ArazzoRuntime"]),
    // What generated code calls besides, where a workflow has a regular expression or a JSONPath
    // query that is more than a path.
    .target(name: "ArazzoQueries", dependencies: ["ArazzoRuntime"]),
    // What generated code calls besides, where a workflow sends a form or a multipart body, or writes
    // a parameter in another style than the default of its place.
    .target(name: "ArazzoForms", dependencies: ["ArazzoRuntime"]),

    // Requests for the tokens of OAuth 2.
    .target(
      name: "ArazzoOAuth",
      dependencies: ["ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),

    // Workflows as tools of a server of the Model Context Protocol.
    .target(name: "ArazzoMCP", dependencies: ["ArazzoRuntime"]),

    // The transport for servers, empty without its trait.
    .target(
      name: "ArazzoAsyncHTTPClient",
      dependencies: [
        "ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(
          name: "AsyncHTTPClient", package: "async-http-client", condition: asyncHTTPClient),
        .product(name: "NIOCore", package: "swift-nio", condition: asyncHTTPClient),
        .product(name: "NIOPosix", package: "swift-nio", condition: asyncHTTPClient),
        .product(name: "NIOHTTP1", package: "swift-nio", condition: asyncHTTPClient),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: asyncHTTPClient),
        .product(
          name: "NIOHTTPCompression", package: "swift-nio-extras", condition: asyncHTTPClient),
      ]
    ),

    // A worker and a client for a Temporal server, empty without its trait.
    .target(
      name: "ArazzoTemporal",
      dependencies: [
        "ArazzoRuntime",
        .product(name: "GRPCCore", package: "grpc-swift-2", condition: temporal),
        .product(
          name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport",
          condition: temporal),
        .product(name: "Logging", package: "swift-log", condition: temporal),
        .product(name: "NIOCore", package: "swift-nio", condition: temporal),
        .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: temporal),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: temporal),
        .product(name: "SwiftProtobuf", package: "swift-protobuf", condition: temporal),
      ],
      exclude: ["Interface/LICENSE", "Interface/README.md", "Interface/service.proto"],
      swiftSettings: temporalVersions
    ),

    // A worker for the tests of ArazzoTemporal, which kill it, and a measurement of many runs.
    .executableTarget(
      name: "arazzo-temporal-trial",
      dependencies: [
        "ArazzoRuntime", "ArazzoTemporal", "DataProductsExample", "DustExample", "ExampleServers",
        "RulesExample", "SuddenEnd",
        .product(name: "Logging", package: "swift-log", condition: temporal),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: temporal),
      ],
      path: "Tests/TemporalTrial", swiftSettings: temporalVersions
    ),

    // What the tests of apps use: transports without a network and a clock that does not sleep.
    .target(
      name: "ArazzoTesting",
      dependencies: ["ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]
    ),

    // An observer that writes to swift-log; empty without the trait.
    .target(
      name: "ArazzoLogging",
      dependencies: [
        "ArazzoRuntime", .product(name: "Logging", package: "swift-log", condition: logging),
      ]
    ),

    // Spans and metrics of workflows; empty without the trait.
    .target(
      name: "ArazzoTracing",
      dependencies: [
        "ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Tracing", package: "swift-distributed-tracing", condition: tracing),
        .product(name: "Metrics", package: "swift-metrics", condition: tracing),
      ]
    ),

    // Runs in a SQLite file; empty without the trait.
    .target(
      name: "ArazzoStore",
      dependencies: [
        "ArazzoRuntime", .product(name: "GRDB", package: "GRDB.swift", condition: store),
      ]
    ),

    // The generator, room by room.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "ArazzoDocuments", dependencies: ["CLibYAML"]),
    .target(name: "ArazzoExpressions", dependencies: ["ArazzoDocuments"]),
    .target(name: "ArazzoDescriptions", dependencies: ["ArazzoDocuments", "ArazzoExpressions"]),
    .target(
      name: "ArazzoCompiler",
      dependencies: ["ArazzoDocuments", "ArazzoExpressions", "ArazzoDescriptions"]
    ),
    .target(
      name: "ArazzoTemplates", path: "Templates",
      resources: [
        .embedInCode("alternatives.mustache"), .embedInCode("enumeration.mustache"),
        .embedInCode("header.mustache"), .embedInCode("open-enumeration.mustache"),
        .embedInCode("outcome.mustache"), .embedInCode("security.mustache"),
        .embedInCode("servers.mustache"),
        .embedInCode("state.mustache"), .embedInCode("structure.mustache"),
        .embedInCode("tool-command.mustache"), .embedInCode("tool-main.mustache"),
        .embedInCode("tool-package.mustache"), .embedInCode("tool-readme.mustache"),
        .embedInCode("tool-runs.mustache"), .embedInCode("tool-server.mustache"),
        .embedInCode("tool-support.mustache"), .embedInCode("tools.mustache"),
        .embedInCode("types.mustache"), .embedInCode("view.mustache"),
        .embedInCode("workflow.mustache"),
      ]
    ),
    .target(
      name: "ArazzoSwiftEmitter",
      dependencies: [
        "ArazzoExpressions", "ArazzoCompiler", "ArazzoTemplates",
        .product(name: "Mustache", package: "swift-mustache", condition: generator),
      ]
    ),
    .target(
      name: "ArazzoCommand",
      dependencies: [
        "ArazzoDocuments", "ArazzoDescriptions", "ArazzoCompiler", "ArazzoSwiftEmitter",
        "ArazzoTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: generator),
      ],
      exclude: ["Configuration/arazzo-gen.schema.json"]
    ),
    // The sources of the modules that generated code imports, for `--runtime embedded`.
    .plugin(name: "EmbedSources", capability: .buildTool()),
    .target(
      name: "ArazzoRuntimeSources", dependencies: ["ArazzoCommand"], plugins: ["EmbedSources"]),
    // The modules that generated code imports are built with the tool, so that whoever has the tool
    // can type-check its output.
    .executableTarget(
      name: "arazzo-gen",
      dependencies: [
        "ArazzoCommand", "ArazzoRuntimeSources", "ArazzoRuntime", "ArazzoXML", "ArazzoQueries",
        "ArazzoForms", "ArazzoMCP",
      ]
    ),
    // The tool as the plugins run it, without the runtime's sources: what a plugin runs can't be
    // built by another plugin, or SwiftPM builds it anew each time.
    .executableTarget(name: "arazzo-gen-plugin-tool", dependencies: ["ArazzoCommand"]),
    .plugin(
      name: "ArazzoGenPlugin", capability: .buildTool(), dependencies: ["arazzo-gen-plugin-tool"]),
    .plugin(
      name: "ArazzoGenerateCommand",
      capability: .command(
        intent: .custom(
          verb: "arazzo-generate",
          description: "Writes the code of the targets' Arazzo descriptions into their folders."),
        permissions: [
          .writeToPackageDirectory(reason: "The generated code goes to each target's Generated.")
        ]),
      dependencies: ["arazzo-gen-plugin-tool"]
    ),

    // What the generator writes for the example APIs.
    .target(name: "DustExample", dependencies: ["ArazzoRuntime"], path: "Generated/Dust"),
    .target(name: "DbtCloudExample", dependencies: ["ArazzoRuntime"], path: "Generated/DbtCloud"),
    .target(
      name: "DataProductsExample", dependencies: ["ArazzoRuntime", "ArazzoQueries"],
      path: "Generated/DataProducts"
    ),
    // What the generator writes for documents that each show some of its rules.
    .target(
      name: "RulesExample",
      dependencies: ["ArazzoRuntime", "ArazzoQueries", "ArazzoXML", "ArazzoForms"],
      path: "Generated/Rules"
    ),

    // How fast all of that is, beside what it could be replaced by.
    .executableTarget(
      name: "arazzo-bench",
      dependencies: [
        "ArazzoAsyncHTTPClient", "ArazzoCommand", "ArazzoCompiler", "ArazzoDescriptions",
        "ArazzoDocuments", "ArazzoRuntime", "CLibYAML", "DustExample", "ExampleServers",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: generator),
      ]
    ),

    // Hostile and damaged input for everything that reads text.
    .executableTarget(
      name: "arazzo-fuzz",
      dependencies: [
        "ArazzoCommand", "ArazzoDocuments", "ArazzoExpressions", "ArazzoForms", "ArazzoJSON",
        "ArazzoQueries", "ArazzoRuntime", "ArazzoStreams", "ArazzoXML", "ParsedQueries",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: generator),
      ]
    ),

    // Stand-ins for the example APIs, for the tests and the demo.
    .target(
      name: "ExampleServers",
      dependencies: [
        .product(name: "FlyingFox", package: "FlyingFox", condition: generator),
        .product(name: "FlyingSocks", package: "FlyingFox", condition: generator),
      ]
    ),
    .executableTarget(
      name: "arazzo-demo", dependencies: ["ArazzoRuntime", "DustExample", "ExampleServers"]
    ),

    // A server that decides about every byte, for the tests.
    .target(
      name: "LoopbackWire",
      dependencies: [.product(name: "FlyingSocks", package: "FlyingFox", condition: generator)],
      path: "Tests/LoopbackWire"
    ),

    // Patterns, JSONPath and XPath from text, as generated code spells them out: for the tests.
    .target(
      name: "ParsedQueries",
      dependencies: ["ArazzoExpressions", "ArazzoQueries", "ArazzoRuntime", "ArazzoXML"],
      path: "Tests/ParsedQueries"
    ),

    .testTarget(name: "ArazzoDocumentsTests", dependencies: ["ArazzoDocuments"]),
    .testTarget(
      name: "ArazzoExpressionsTests", dependencies: ["ArazzoDocuments", "ArazzoExpressions"]),
    .testTarget(
      name: "ArazzoDescriptionsTests", dependencies: ["ArazzoDocuments", "ArazzoDescriptions"]),
    .testTarget(
      name: "ArazzoCompilerTests",
      dependencies: [
        "ArazzoDocuments", "ArazzoExpressions", "ArazzoDescriptions", "ArazzoCompiler",
      ]
    ),
    .testTarget(
      name: "ArazzoSwiftEmitterTests",
      dependencies: [
        "ArazzoExpressions", "ArazzoCompiler", "ArazzoSwiftEmitter", "ArazzoTemplates",
        "ArazzoRuntime",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "ArazzoCommandTests",
      dependencies: [
        "ArazzoDocuments", "ArazzoCommand", "ArazzoRuntimeSources", "ArazzoSwiftEmitter",
        "LoopbackWire",
      ]
    ),
    .testTarget(
      name: "ArazzoQueriesTests",
      dependencies: ["ArazzoQueries", "ArazzoRuntime", "ArazzoExpressions", "ParsedQueries"]
    ),
    .testTarget(name: "ArazzoJSONTests", dependencies: ["ArazzoJSON"]),
    .testTarget(
      name: "ArazzoRuntimeTests",
      dependencies: [
        "ArazzoForms", "ArazzoRuntime", "ArazzoTesting", "ArazzoAsyncHTTPClient", "LoopbackWire",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(
          name: "AsyncHTTPClient", package: "async-http-client", condition: asyncHTTPClient),
        .product(name: "NIOCore", package: "swift-nio", condition: asyncHTTPClient),
        .product(name: "NIOPosix", package: "swift-nio", condition: asyncHTTPClient),
        .product(name: "NIOSSL", package: "swift-nio-ssl", condition: asyncHTTPClient),
      ]
    ),
    .testTarget(
      name: "ArazzoMCPTests",
      dependencies: [
        "ArazzoMCP", "ArazzoRuntime", "ArazzoTesting",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    .testTarget(
      name: "ArazzoFormsTests",
      dependencies: [
        "ArazzoForms", "ArazzoRuntime", "LoopbackWire",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    .testTarget(
      name: "ArazzoOAuthTests",
      dependencies: [
        "ArazzoOAuth", "ArazzoRuntime", "ArazzoTesting",
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    .testTarget(
      name: "ArazzoTestingTests",
      dependencies: [
        "ArazzoTesting", "ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    .testTarget(
      name: "ArazzoLoggingTests",
      dependencies: [
        "ArazzoLogging", "ArazzoRuntime", "ArazzoTesting", "DustExample",
        .product(name: "Logging", package: "swift-log", condition: logging),
      ]
    ),
    .testTarget(
      name: "ArazzoTracingTests",
      dependencies: [
        "ArazzoRuntime", "ArazzoTesting", "ArazzoTracing", "DustExample", "RulesExample",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "InMemoryTracing", package: "swift-distributed-tracing", condition: tracing),
        .product(name: "MetricsTestKit", package: "swift-metrics", condition: tracing),
      ]
    ),
    // What ends or stops a process of a test at a point.
    .target(
      name: "SuddenEnd",
      dependencies: ["ArazzoRuntime", .product(name: "HTTPTypes", package: "swift-http-types")],
      path: "Tests/SuddenEnd"
    ),
    // A process with a host, for the tests of ArazzoStore, which kill it.
    .executableTarget(
      name: "arazzo-store-trial",
      dependencies: [
        "ArazzoRuntime", "ArazzoStore", "DataProductsExample", "DustExample", "RulesExample",
        "SuddenEnd",
      ],
      path: "Tests/StoreTrial"
    ),
    .testTarget(
      name: "ArazzoStoreTests",
      dependencies: [
        "ArazzoRuntime", "ArazzoStore", "ArazzoTesting", "DataProductsExample", "DustExample",
        "ExampleServers", "RulesExample", "arazzo-store-trial",
        .product(name: "GRDB", package: "GRDB.swift", condition: store),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]
    ),
    .testTarget(
      name: "ArazzoTemporalTests",
      dependencies: [
        "ArazzoTemporal", "ArazzoRuntime", "DustExample", "ExampleServers", "arazzo-temporal-trial",
        .product(name: "GRPCCore", package: "grpc-swift-2", condition: temporal),
        .product(name: "Logging", package: "swift-log", condition: temporal),
        .product(name: "NIOCore", package: "swift-nio", condition: temporal),
        .product(
          name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: temporal),
      ],
      swiftSettings: temporalVersions
    ),
    .testTarget(
      name: "ArazzoXMLTests",
      dependencies: ["ArazzoRuntime", "ArazzoXML", "ParsedQueries"]
    ),
    .testTarget(
      name: "ExampleTests",
      dependencies: [
        "ArazzoForms", "ArazzoOAuth", "ArazzoRuntime", "ArazzoTesting", "DustExample",
        "DbtCloudExample",
        "DataProductsExample", "RulesExample", "ExampleServers", "ArazzoCommand",
        "ArazzoExpressions", "arazzo-demo",
      ]
    ),
  ]
)
