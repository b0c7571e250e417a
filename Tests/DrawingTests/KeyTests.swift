import Testing

@testable import Drawing

@Suite struct KeyTests {
    @Test(
        arguments: [
            ("q", .character("q")), ("Q", .character("Q")), ("/", .character("/")), ("ö", .character("ö")),
            ("^", .character("^")), (" ", .character(" ")), ("space", .character(" ")), ("ctrl-c", .control("c")),
            ("Ctrl+C", .control("c")), ("^C", .control("c")), ("c-c", .control("c")), ("ctrl-]", .control("]")),
            ("^^", .control("^")), ("Ctrl-Space", .control(" ")), ("Enter", .enter), ("return", .enter),
            ("ESC", .escape),
            ("pgdn", .pageDown), ("PageUp", .pageUp), ("shift-tab", .backTab), ("f5", .function(5)),
            ("F12", .function(12)), ("Shift-F3", .function(15)), ("f15", .function(15)),
            ("Del", .delete),
        ] as [(String, Key)])
    func `A key is read by its name`(_ name: String, _ key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(arguments: [
        "", "ctrl-", "ctrl-ab", "ctrl-1", "ctrl-ö", "f0", "f64", "f+5", "fx", "shift-f13", "shift-f0", "shift-x",
        "shift-shift-f1", "meta-x", "\u{1B}", "hello",
    ])
    func `What is no key is not read`(_ name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func `Every key is read back from the name it shows`() {
        var keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp,
            .pageDown,
            .home, .end, .control(" "), .function(1), .function(12), .function(15), .function(24),
            .function(25), .function(63),
        ]
        keys += "abcdefghijklmnopqrstuvwxyz\\]^_".map { .control($0) }
        keys += (0x20...0x7E).map { .character(Character(Unicode.Scalar($0))) }
        for key in keys {
            #expect(Key(name: key.name) == key, "\(key.name)")
        }
    }
}
