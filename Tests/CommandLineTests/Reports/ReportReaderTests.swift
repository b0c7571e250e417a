import Foundation
import LabSupport
import Testing

/// The recorded reports, read by programs that have nothing to do with ours.
@Suite("Recorded reports")
struct ReportReaderTests {
    private static let goldens = SourceTree.root.appending(path: "Tests/ReportsTests/Golden")

    /// The recorded reports of fleets that end like this; never none.
    private static func files(_ fileExtension: String) throws -> [URL] {
        let files = try FileManager.default.contentsOfDirectory(at: goldens, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == fileExtension && !$0.lastPathComponent.hasPrefix("code-") }
            .sorted { $0.path < $1.path }
        try #require(files.count >= 5)
        return files
    }

    @Test("of JUnit fit the schema that build servers share")
    func junit() async throws {
        let folder = try ScratchFolder()
        let schema = try folder.write(Self.junitSchema, to: "junit.xsd")
        try await run(.xmllint, ["--noout", "--schema", schema] + (try Self.files("xml").map(\.path)))
    }

    @Test("of Prometheus please promtool")
    func prometheus() async throws {
        for file in try Self.files("prom") {
            // It complains on standard error, and ends with 3 for what is only bad style.
            let result = try await run(
                executable: LabProgram.promtool.path(), arguments: ["check", "metrics"],
                input: String(contentsOf: file, encoding: .utf8))
            #expect(result.status == 0, "\(file.lastPathComponent): \(result.standardError)")
            #expect(result.standardError.isEmpty)
        }
    }

    @Test("of JSON and JSON Lines fit their schema, and the schema is one")
    func json() async throws {
        let schema = SourceTree.root.appending(path: "docs/report-3.schema.json").path
        let files = try Self.files("json") + Self.files("jsonl")
        let output = try await run(.python, ["-c", Self.validation, schema] + files.map(\.path))
        #expect(output == "\(files.count) files fit\n")
    }

    @Test("of notices fit their schema, and so does the example of the documentation")
    func notices() async throws {
        let schema = SourceTree.root.appending(path: "docs/notice-1.schema.json").path
        let page = try String(contentsOf: SourceTree.root.appending(path: "docs/monitoring.md"), encoding: .utf8)
        let example = try #require(page.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
        let folder = try ScratchFolder()
        let files = [
            Self.goldens.appending(path: "notices.ndjson").path,
            try folder.write(example.split(separator: "\n").joined() + "\n", to: "example.ndjson"),
        ]
        let output = try await run(.python, ["-c", Self.noticeValidation, schema] + files)
        #expect(output == "ok\n")
    }

    private static let noticeValidation = """
        import json, sys
        import jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        notice = jsonschema.Draft202012Validator(schema)
        for name in sys.argv[2:]:
            with open(name, encoding="utf-8") as file:
                lines = [json.loads(text) for text in file]
            assert lines, name
            for line in lines: notice.validate(line)
        print("ok")
        """

    @Test("of CSV have the values of the JSON report when Python opens them")
    func csv() async throws {
        let files = try Self.files("csv")
        let output = try await run(.python, ["-c", Self.comparison] + files.map(\.path))
        #expect(output == "\(files.count) files agree\n")
    }

    private static let validation = """
        import json, sys
        import jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        document = jsonschema.Draft202012Validator(schema)
        line = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": schema["$defs"]})
        change = jsonschema.Draft202012Validator({"$ref": "#/$defs/change", "$defs": schema["$defs"]})
        for name in sys.argv[2:]:
            with open(name, encoding="utf-8") as file:
                if name.endswith(".jsonl"):
                    kind = change if name.endswith("/changes.jsonl") else line
                    for text in file: kind.validate(json.loads(text))
                else:
                    document.validate(json.load(file))
        print(len(sys.argv) - 2, "files fit")
        """

    private static let comparison = """
        import csv, json, sys
        def plain(text):
            return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text
        for name in sys.argv[1:]:
            with open(name, newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file, strict=True))
            with open(name[:-3] + "json", encoding="utf-8") as file:
                report = json.load(file)
            assert len(rows) == len(report["servers"]), name
            for row, server in zip(rows, report["servers"]):
                assert None not in row and None not in row.values(), row
                certificate = server["certificate"] or {}
                leaf = certificate.get("leaf") or {}
                expected = {
                    "id": server["id"], "name": server["name"], "port": server["port"], "state": server["state"],
                    "since": server["since"], "probed_at": server["probed_at"], "address": server["address"],
                    "site": server["site"], "owner": server["owner"], "runbook": server["runbook"],
                    "behind": server["behind"], "tags": " ".join(server["tags"]),
                    "rule": server["findings"][0]["rule"] if server["findings"] else None,
                    "certificate_days_left": certificate.get("days_left"),
                    "certificate_subject": leaf.get("subject"), "certificate_issuer": leaf.get("issuer"),
                    "certificate_not_after": leaf.get("not_after"), "certificate_sha256": leaf.get("sha256"),
                    "computer": server["layers"].get("nla", {}).get("computer"),
                    "report_at": report["at"], "fleet": report["fleet"], "command": report["command"],
                    "source_address": report["source_address"],
                }
                for key, value in expected.items():
                    text = "" if value is None else str(value)
                    assert plain(row[key]) == text, (name, key, row[key], text)
        print(len(sys.argv) - 1, "files agree")
        """

    /// What Ant, Jenkins and GitLab agree on: counts, times without a zone, at most one result of a case.
    private static let junitSchema = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
          <xs:attributeGroup name="totals">
            <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="time" type="seconds" use="required"/>
          </xs:attributeGroup>
          <xs:simpleType name="seconds"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="utc"><xs:restriction base="xs:dateTime">
            <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"/>
          </xs:restriction></xs:simpleType>
          <xs:complexType name="problem"><xs:simpleContent><xs:extension base="xs:string">
            <xs:attribute name="type" type="xs:string" use="required"/>
            <xs:attribute name="message" type="xs:string" use="required"/>
          </xs:extension></xs:simpleContent></xs:complexType>
          <xs:element name="testcase"><xs:complexType><xs:sequence>
            <xs:choice minOccurs="0">
              <xs:element name="failure" type="problem"/><xs:element name="error" type="problem"/>
              <xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>
            </xs:choice>
            <xs:element name="system-out" type="xs:string" minOccurs="0"/>
          </xs:sequence>
            <xs:attribute name="classname" type="xs:string" use="required"/>
            <xs:attribute name="name" type="xs:string" use="required"/>
            <xs:attribute name="time" type="seconds" use="required"/>
          </xs:complexType></xs:element>
          <xs:element name="testsuite"><xs:complexType><xs:sequence>
            <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
              <xs:element name="property" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="value" type="xs:string" use="required"/>
              </xs:complexType></xs:element>
            </xs:sequence></xs:complexType></xs:element>
            <xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="system-out" type="xs:string" minOccurs="0"/>
          </xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
            <xs:attribute name="hostname" type="xs:string" use="required"/>
            <xs:attribute name="timestamp" type="utc" use="required"/>
            <xs:attribute name="id" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="package" type="xs:string" use="required"/>
            <xs:attributeGroup ref="totals"/>
          </xs:complexType></xs:element>
          <xs:element name="testsuites"><xs:complexType>
            <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/>
            <xs:attributeGroup ref="totals"/>
          </xs:complexType></xs:element>
        </xs:schema>
        """
}
