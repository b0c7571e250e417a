/// xterm's 256 colours, from 16 on, where they look the same on every terminal (256colres.pl of xterm).
enum XtermPalette {
    /// The steps of each channel in the cube of colours 16 to 231.
    private static let levels: [Int32] = [0, 95, 135, 175, 215, 255]

    /// Red, green and blue of a colour from 16 to 255, as one number of eight bits each.
    static func rgb(_ number: Int32) -> Int32 {
        guard number < 232 else { return (8 + (number - 232) * 10) * 0x01_01_01 }
        let cube = Int(max(0, number - 16))
        return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
    }
}
