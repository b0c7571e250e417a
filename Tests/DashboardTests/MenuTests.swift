import Drawing
import Testing

@testable import Dashboard

@Suite struct MenuTests {
    private static let menu = Menu(
        title: "copy",
        choices: [("1", ""), ("2", "step"), ("y", "row"), ("h", "host"), ("j", "JSON")].map { key, title in
            Menu.Choice(key: .character(key), title: title) { _ in [] }
        })

    @Test(
        arguments: [
            (80, " copy>  1 2:step  y:row  h:host  j:JSON", nil), (39, " copy>  1 2:step  y:row  h:host  j:JSON", nil),
            (38, " copy>  1 2:step  y:row  h:host", " j:JSON"), (20, " copy>  1 2:step", " y:row  h:host  j:JSON"),
            (1, " copy> ", " 1 2:step  y:row  h:host  j:JSON"),
        ] as [(Int, String, String?)])
    func `Answers that have no room go on in the line below, none cut in two`(
        width: Int, first: String, rest: String?
    ) {
        let lines = Self.menu.lines(width: width)
        #expect(lines.first.text == first)
        #expect(lines.rest?.text == rest)
    }
}
