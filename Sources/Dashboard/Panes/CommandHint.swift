import Drawing

/// What the footer says while a command is typed: what Tab offers, or what the line would do.
enum CommandHint {
    private static let general = [
        "Enter does it  Esc cancels  Tab completes   0x904 0x7, 2308: what users see   a view, an action, w FILE, q",
        "Enter does it  Esc cancels  Tab completes   0x904 0x7, 2308: what users see",
        "Enter does it  Esc cancels  Tab completes", "Enter  Esc  Tab",
    ]

    /// The line for a width; cut at no word that can be completed.
    static func line(_ command: CommandLine, at place: Place, width: Int) -> Line {
        if let completion = command.completion, !completion.words.isEmpty {
            guard completion.words.count == 1 else { return offer(completion.words, chosen: completion.chosen, width) }
        } else if command.completion != nil {
            return Line(" nothing goes on from here", .warning)
        }
        let (name, _) = DashboardState.split(command.text)
        guard !name.isEmpty else { return hint(general, width) }
        if let command = CommandTable.command(name) {
            let usage = command.argument.isEmpty ? command.name : "\(command.name) \(command.argument)"
            return hint(["\(usage)   \(command.help)", usage], width)
        }
        if let action = ActionTable.action(name) { return hint(["\(action.id)   \(action.help)", action.id], width) }
        let names = CommandTable.names(at: place).filter { $0.hasPrefix(name) }
        guard !names.isEmpty, !command.text.contains(" ") else { return hint(general, width) }
        return Line(" Tab:", .dim).adding(offer(names, chosen: nil, width - 5))
    }

    /// The words from the chosen one's screenful on, whole ones only, and how many more there are.
    private static func offer(_ words: [String], chosen: Int?, _ width: Int) -> Line {
        var first = 0
        var shown = fitting(words[first...], width)
        while let chosen, chosen >= first + shown {
            first += shown
            shown = fitting(words[first...], width)
        }
        var line = Line()
        for (index, word) in words.enumerated().dropFirst(first).prefix(shown) {
            line = line.adding(" ").adding(word, index == chosen ? Style(.key).adding(.reverse) : Style(.key))
        }
        let hidden = words.count - first - shown
        let more = " +\(hidden)"
        return hidden > 0 && line.width + more.count <= width ? line.adding(more, .dim) : line
    }

    /// How many words fit, with room for the number of the others; at least one.
    private static func fitting(_ words: ArraySlice<String>, _ width: Int) -> Int {
        var room = width
        var count = 0
        for word in words {
            room -= 1 + TextWidth.cells(of: word)
            let isLast = count + 1 == words.count
            guard room >= (isLast ? 0 : 5) else { break }
            count += 1
        }
        return max(1, count)
    }

    private static func hint(_ forms: [String], _ width: Int) -> Line {
        Line(" " + (forms.first { TextWidth.cells(of: $0) < width } ?? forms.last ?? ""), .dim)
    }
}
