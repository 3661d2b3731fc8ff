import Testing
@testable import ArazzoRuntime
