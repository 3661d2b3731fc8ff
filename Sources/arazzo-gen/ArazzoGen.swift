import ArazzoCommand

@main
struct ArazzoGen {
  static func main() {
    CommandLineTool.runAndExit()
  }
}
