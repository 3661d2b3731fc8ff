/// Names in the sources of the modules that generated code imports, as `RuntimeNamesTests` reads
/// them there: to write this file anew, run
/// `ARAZZO_WRITE_NAMES=1 swift test --filter RuntimeNamesTests`.
enum RuntimeNames {
  /// The modules, and what they declare for others.
  static let visible: Set<String> = [
    "APICredential", "APICredentials", "APIServer", "APITimestamp", "AdaptedClock",
    "AdaptedTransport", "ArazzoForms", "ArazzoJSON", "ArazzoQueries", "ArazzoRuntime",
    "ArazzoStreams", "ArazzoXML", "CalendarDay", "CombinedObserver", "DateBytes",
    "EventStreamParser", "FramingFields", "HTTPExchange", "HTTPTransport", "HTTPTransportError",
    "HTTPTransportFailure", "HTTPTransportResponse", "InputRule", "InvalidInput", "JSONDecodable",
    "JSONError", "JSONNodes", "JSONNumber", "JSONObject", "JSONPath", "JSONPointer",
    "JSONReplacement", "JSONRepresentable", "JSONTyped", "JSONUnion", "JSONValue", "JSONView",
    "Locked", "LooseComparison", "MediaType", "Nullable", "OpenEnumeration", "ParameterPlace",
    "ParameterStyle", "ParameterWriter", "PercentEncoding", "PollingPolicy", "ProblemDetails",
    "RedirectPolicy", "RegexPattern", "RequestBody", "RequestParts", "ResponseBody", "RetryAfter",
    "SavedPlan", "SavedStateError", "SavedStep", "Secret", "SecretNames", "SecurityScheme",
    "SentRequest", "ServerEvent", "StepRequest", "StepResponse", "StreamedBody",
    "StreamedBodyChunks", "StreamedValue", "SystemClock", "TemplateText", "URLSessionHTTPTransport",
    "Upload", "ValidatedInputs", "WorkflowClient", "WorkflowClock", "WorkflowEnding",
    "WorkflowError", "WorkflowEvent", "WorkflowEvents", "WorkflowObserver", "WorkflowOutcome",
    "WorkflowRun", "WorkflowState", "XMLError", "XMLLimits", "XMLReplacement", "XMLTree", "XPath",
    "XPathError", "XPathNumber",
  ]

  /// What they declare for themselves, and what they use of Swift, Foundation and other libraries.
  static let hidden: Set<String> = [
    "ActiveStates", "Actor", "AnyHashable", "Array", "ArraySlice", "AsyncIteratorProtocol",
    "AsyncSequence", "AsyncStream", "AsyncThrowingStream", "Base", "BaseURL", "Bool", "Budget",
    "Calendar", "CancellationError", "Character", "Clock", "ClosedRange", "CocoaError", "Codable",
    "CodingKey", "Comparable", "ContinuousClock", "CustomDebugStringConvertible",
    "CustomReflectable", "CustomStringConvertible", "Darwin", "Data", "Date", "Deadline", "Decimal",
    "DecimalDigits", "Decodable", "Decoder", "DecodingError", "Dictionary", "Double", "Duration",
    "Element", "Encodable", "Encoder", "EncodingError", "EndingKey", "Equatable", "Error",
    "ExchangeDelegate", "ExchangeForwarder", "ExpressibleByArrayLiteral",
    "ExpressibleByBooleanLiteral", "ExpressibleByDictionaryLiteral",
    "ExpressibleByExtendedGraphemeClusterLiteral", "ExpressibleByFloatLiteral",
    "ExpressibleByIntegerLiteral", "ExpressibleByStringInterpolation", "ExpressibleByStringLiteral",
    "ExpressibleByUnicodeScalarLiteral", "FileAttributeType", "FileHandle", "FileManager",
    "FormatStyle", "Foundation", "FoundationNetworking", "Generated", "HTTPDate", "HTTPField",
    "HTTPFields", "HTTPRequest", "HTTPResponse", "HTTPTypes", "HTTPURLResponse", "Hashable",
    "Hasher", "Int", "Int32", "Int64", "JSONDecoder", "JSONReader", "JSONWriter", "Key",
    "KeyValuePairs", "KeyedDecodingContainer", "LocalizedError", "Matcher", "Mirror",
    "MultipartBody", "NSLock", "NSObject", "NodeSelector", "OSAllocatedUnfairLock", "Optional",
    "Other", "Outputs", "Part", "PartDraft", "PartialRangeFrom", "PathTemplate", "PatternReader",
    "PlacedValue", "Places", "PreparedRequest", "Program", "ProgramCompiler",
    "RandomAccessCollection", "Range", "RawRepresentable", "RawValue", "Result", "Rewriter",
    "SavedStateKey", "SavedValueKey", "Search", "SecretTexts", "Self", "Sendable", "Sequence",
    "ServerAnswer", "SetCookies", "StaticString", "Status", "StepContext", "StepHistory",
    "StreamWatch", "StrideTo", "String", "StringProtocol", "Substring", "Swift", "Task",
    "TimeLimitReached", "UInt", "UInt16", "UInt32", "UInt64", "UInt8", "URL",
    "URLAuthenticationChallenge", "URLComponents", "URLCredential", "URLError", "URLRequest",
    "URLResponse", "URLSession", "URLSessionConfiguration", "URLSessionDataDelegate",
    "URLSessionDataTask", "URLSessionTask", "UTF16", "UTF8", "UUID", "Unicode",
    "UnsafeBufferPointer", "UnsafeRawBufferPointer", "Value", "Verdict", "Void", "WorkflowLimit",
    "Wrapped", "XMLDecoder", "XMLReader", "XMLTreeBuilder", "XMLWriter", "XPathContext",
    "XPathEvaluator", "XPathNode", "XPathValue", "Za",
  ]
}
