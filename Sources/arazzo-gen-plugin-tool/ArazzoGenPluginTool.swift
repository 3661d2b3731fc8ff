import ArazzoCommand

@main
struct ArazzoGenPluginTool {
  static func main() {
    CommandLineTool.runAndExit()
  }
}
