import Testing
@testable import ArazzoSwiftEmitter
