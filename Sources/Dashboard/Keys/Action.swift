/// Everything a key can do.
enum Action: String, Sendable, CaseIterable {
    case down, up, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom
    case open, back, close, quit, interrupt, suspend, repaint
    case filter, sort, nextProblem, previousProblem
    case probe, probeAll, explain, write, help
    case nextServer, previousServer
    case command, askAgain
}
