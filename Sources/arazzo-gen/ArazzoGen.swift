import ArazzoCommand
import ArazzoRuntimeSources

@main
struct ArazzoGen {
  static func main() {
    CommandLineTool.runAndExit(embedding: RuntimeSources.all)
  }
}
