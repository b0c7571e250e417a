import Dashboard
import FleetModel
import Foundation

extension CommandRun {
    /// Runs the programs one after the other on the terminal, which must be theirs until the user has seen enough.
    ///
    /// Ctrl-C ends the program that runs, and with it the row.
    ///
    /// - Returns: What to tell the user then.
    func runOnTerminal() -> String {
        var failed = 0
        var done = 0
        run: for call in calls {
            tell("rdptop: \(name) for \(call.host)\(calls.count > 1 ? ", \(done + 1) of \(calls.count)" : "")")
            done += 1
            do throws(SystemError) {
                switch try ChildProcess(call.arguments, .terminal).wait() {
                case .exited(0): continue
                case .exited(let status):
                    failed += 1
                    tell("rdptop: ended with status \(status)")
                case .killed(let signal):
                    failed += 1
                    tell("rdptop: ended by signal \(signal)")
                    if signal == SIGINT || signal == SIGQUIT { break run }
                }
            } catch {
                failed += 1
                tell("rdptop: \(call.arguments.first ?? ""): \(error)")
                break
            }
        }
        tell("rdptop: press Enter to go back")
        let left = calls.count - done
        return "\(name): \(counted(done, "server"))" + (failed == 0 ? "" : ", \(failed) failed")
            + (left == 0 ? "" : ", \(left) not tried")
    }

    private func tell(_ sentence: String) {
        try? FileDescriptor.standardOutput.write(Array((CleanText.clean(sentence, limit: 400) + "\n").utf8))
    }
}
