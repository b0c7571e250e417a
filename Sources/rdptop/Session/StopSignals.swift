import Foundation

/// The signals that ask the program to end while it has no screen, so that it can tidy up first.
///
/// A second one of them ends it at once.
final class StopSignals {
    private static let watched = [SIGTERM, SIGINT, SIGHUP]
    private let sources: [(number: Int32, source: any DispatchSourceSignal)]

    /// Calls back with the number of the first that comes. One that was ignored stays so, as under nohup.
    init(_ came: @escaping @Sendable (Int32) -> Void) {
        sources = Self.watched.compactMap { number in
            var action = sigaction()
            sigaction(number, nil, &action)
            guard unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1 else { return nil }
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                came(number)
            }
            source.resume()
            return (number, source)
        }
    }

    /// Watches no longer; from now on these signals do again what they do to every program.
    func end() {
        for (number, source) in sources {
            source.cancel()
            signal(number, SIG_DFL)
        }
    }
}
