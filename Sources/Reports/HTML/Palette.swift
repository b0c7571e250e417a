/// The colours of the page in one light; every text has a contrast of at least 4.5 to 1 on what it stands on (WCAG 2.2,
/// 1.4.3), and every mark of a chart one of 3 to 1 (1.4.11).
struct Palette {
    /// A colour for words and marks, and a faint one that they may stand on.
    struct Tone {
        let ink: Colour
        let wash: Colour
    }

    /// Behind everything.
    let page: Colour
    /// Behind cards and tables.
    let card: Colour
    /// Borders, which carry no meaning.
    let line: Colour
    /// What is read.
    let text: Colour
    /// What stands beside it.
    let quiet: Colour
    /// Links.
    let link: Colour
    let down: Tone
    let warning: Tone
    let unknown: Tone
    let ok: Tone

    /// For daylight and paper.
    static let light = Palette(
        page: Colour(0xF7F7F5), card: Colour(0xFFFFFF), line: Colour(0xE2E1DC), text: Colour(0x1B1C1F),
        quiet: Colour(0x5A5F66), link: Colour(0x1D4FAE),
        down: Tone(ink: Colour(0xB0231B), wash: Colour(0xFCECEA)),
        warning: Tone(ink: Colour(0x855000), wash: Colour(0xFCF1DD)),
        unknown: Tone(ink: Colour(0x525C69), wash: Colour(0xECEFF3)),
        ok: Tone(ink: Colour(0x1B6839), wash: Colour(0xE6F3EA)))

    /// For the night.
    static let dark = Palette(
        page: Colour(0x131417), card: Colour(0x1B1D21), line: Colour(0x34373D), text: Colour(0xE9E8E4),
        quiet: Colour(0xA5AAB3), link: Colour(0x8FB6FF),
        down: Tone(ink: Colour(0xFF9389), wash: Colour(0x3B1D1B)),
        warning: Tone(ink: Colour(0xF2B75E), wash: Colour(0x362811)),
        unknown: Tone(ink: Colour(0xB5BDC9), wash: Colour(0x2A2E35)),
        ok: Tone(ink: Colour(0x82D49D), wash: Colour(0x173120)))

    /// The pairs of which one is read on the other, each with the least contrast that it needs.
    var pairs: [(ink: Colour, ground: Colour, least: Double)] {
        let tones = [down, warning, unknown, ok]
        let texts = ([text, quiet, link] + tones.map(\.ink)).flatMap { ink in [page, card].map { (ink, $0, 4.5) } }
        let badges = tones.map { ($0.ink, $0.wash, 4.5) }
        // Names and links stand in rows that are tinted, too.
        let rows = tones.flatMap { tone in [text, quiet, link].map { ($0, tone.wash, 4.5) } }
        return texts + badges + rows
    }
}
