import Testing
@testable import ArazzoCompiler
