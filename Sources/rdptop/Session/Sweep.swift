import FleetModel
import Foundation
import ProbeEngine

/// One look at a fleet, which a signal or a time limit may cut short.
enum Sweep {
    /// Why it did not come to its end.
    enum Cut: Sendable, Equatable {
        case signal(Int32)
        case timeLimit
    }

    private enum Happening: Sendable {
        case ended(SweepResult)
        case cut(Cut)
        case nothing
    }

    /// Probes everybody.
    ///
    /// - Parameters:
    ///   - prober: Of the fleet.
    ///   - recheckAfter: How long after the first pass failures are checked again; nil for not at all.
    ///   - limit: After which time it is cut short; nil for never.
    ///   - meter: Is told how far it has come; nil when nobody looks.
    /// - Returns: What was seen, at the latest a second after a cut, and why it was cut short; nil when it was not.
    static func run(
        _ prober: FleetProber<EventLoopClock>, recheckAfter: Duration?, limit: Duration?, meter: ProgressMeter?
    ) async -> (result: SweepResult, cut: Cut?) {
        let (numbers, sink) = AsyncStream<Int32>.makeStream()
        let signals = StopSignals { sink.yield($0) }
        defer { signals.end() }
        return await withTaskGroup(of: Happening.self) { group in
            group.addTask {
                .ended(await prober.sweep(recheckAfter: recheckAfter) { meter?.take($0) })
            }
            group.addTask {
                for await number in numbers { return .cut(.signal(number)) }
                return .nothing
            }
            if let limit {
                group.addTask { (try? await Task.sleep(for: limit)) == nil ? .nothing : .cut(.timeLimit) }
            }
            if let meter {
                group.addTask {
                    await meter.run()
                    return .nothing
                }
            }
            var result: SweepResult?
            var cut: Cut?
            for await happening in group {
                switch happening {
                case .ended(let seen): result = seen
                // What is cut short when it had ended already is whole.
                case .cut(let reason): cut = result == nil ? cut ?? reason : cut
                case .nothing: continue
                }
                group.cancelAll()
            }
            return (result ?? SweepResult(servers: [], gateways: [], ourSide: .fine), cut)
        }
    }
}

extension Sweep.Cut {
    /// What cut it short, in a clause.
    var words: String {
        switch self {
        case .signal(let number) where number == SIGINT: "cut short by Ctrl-C"
        case .signal(let number): "cut short by signal \(number)"
        case .timeLimit: "cut short by the time limit"
        }
    }
}
