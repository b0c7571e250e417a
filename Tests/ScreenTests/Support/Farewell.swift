import Testing

extension [UInt8] {
    /// Where a mode was last switched, such as `2004l`; nil when it never was.
    func lastSwitch(_ mode: String) -> Int? {
        let sequence = Array("\u{1B}[?\(mode)".utf8)
        return indices.dropLast(Swift.min(count, sequence.count - 1)).last { self[$0...].starts(with: sequence) }
    }

    /// Expects that every mode that the program has switched on is off again at the end of what it wrote.
    ///
    /// The mouse first, then paste and focus, and the screen last: what is reported meanwhile must not reach a shell.
    func expectFarewell() {
        let farewell = ["1006l", "1000l", "2004l", "1004l", "1049l"].map { lastSwitch($0) }
        #expect(farewell.allSatisfy { $0 != nil })
        #expect(farewell.compactMap(\.self) == farewell.compactMap(\.self).sorted())
        for mode in ["1000", "1006", "2004", "1004", "1049"] {
            guard let on = lastSwitch(mode + "h"), let off = lastSwitch(mode + "l") else {
                Issue.record("\(mode) was not switched on and off")
                continue
            }
            #expect(on < off, "\(mode)")
        }
        // The cursor, and keypad and cursor keys as they are in a shell (DECTCEM, DECKPNM, DECCKM).
        for (on, off) in [("\u{1B}[?25l", "\u{1B}[?25h"), ("\u{1B}=", "\u{1B}>"), ("\u{1B}[?1h", "\u{1B}[?1l")] {
            guard let shown = last(on) else { continue }
            #expect(last(off).map { $0 > shown } == true, "\(on.dropFirst())")
        }
    }

    /// Where a text last begins; nil when it is not there.
    private func last(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        return indices.dropLast(Swift.min(count, bytes.count - 1)).last { self[$0...].starts(with: bytes) }
    }
}
