import FleetModel
import Testing

/// What help and manual show can be typed as it stands.
@Suite struct FilterFormTests {
    @Test(arguments: FilterForm.all.filter { !$0.sign.hasSuffix(":") })
    func `An example is a filter`(form: FilterForm) throws {
        #expect(!(try Filter.parse(form.sign)).isEmpty)
    }

    @Test func `Every word of a state is named`() throws {
        let words = FilterForm.all.first { $0.sign == "is:" }?.meaning.split(separator: ", ") ?? []
        #expect(words.count == Filter.StateWord.allCases.count)
        for word in words { #expect(!(try Filter.parse("is:\(word)")).isEmpty) }
    }
}
