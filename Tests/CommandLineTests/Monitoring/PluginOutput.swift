import Foundation
import LabSupport
import Testing

/// The output of a plugin, read by the grammar of the Monitoring Plugins Development Guidelines and by nothing of ours.
struct PluginOutput: Decodable, Sendable {
    struct Value: Decodable, Sendable {
        let label: String
        /// As text; `U` when it is not known.
        let value: String
        let unit: String
        /// Warning, critical, least, greatest; empty where there is none.
        let limits: [String]
    }

    let service: String
    let state: String
    let text: String
    let long: [String]
    let values: [Value]

    /// Reads it, or fails where the grammar does not hold.
    static func read(_ output: String) async throws -> PluginOutput {
        let json = try await run(.python, ["-c", reader], input: output)
        return try JSONDecoder().decode(PluginOutput.self, from: Data(json.utf8))
    }

    private static let reader = #"""
        import json, re, sys
        lines = sys.stdin.read().split("\n")
        assert lines.pop() == "", "no line feed at the end"
        head, bar, perf = lines[0].partition("|")
        match = re.fullmatch(r"([A-Z]+) (OK|WARNING|CRITICAL|UNKNOWN) - (.+?) ?", head)
        assert match, head
        number, bound = r"-?[0-9]+(?:\.[0-9]+)?", r"@?(?:(?:~|-?[0-9.]+)?:)?(?:-?[0-9.]+)?"
        item = re.compile(
            r"(?:'((?:[^'=]|'')+)'|([^'=\s]+))=(U|%s)([a-zA-Z%%]*)((?:;%s){0,2}(?:;(?:%s)?){0,2})(?:\s+|$)"
            % (number, bound, number))
        values, at, perf = [], 0, perf.strip()
        while at < len(perf):
            found = item.match(perf, at)
            assert found, perf[at:]
            quoted, bare, value, unit, limits = found.groups()
            assert unit in ("", "s", "us", "ms", "%", "B", "KB", "MB", "TB", "c"), unit
            values.append(dict(label=quoted or bare, value=value, unit=unit, limits=limits.split(";")[1:]))
            at = found.end()
        assert len({v["label"] for v in values}) == len(values), "a label twice"
        assert all("|" not in line for line in lines[1:])
        print(json.dumps(dict(service=match[1], state=match[2], text=match[3], long=lines[1:], values=values)))
        """#
}
