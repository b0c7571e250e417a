import Testing

@testable import TerminalIO

@Suite(.timeLimit(.minutes(1))) struct MailboxTests {
    @Test func `What is sent is read in order, and then the end`() async {
        let mailbox = Mailbox<Int>()
        for number in 1...3 { mailbox.send(number) }
        mailbox.finish()
        mailbox.send(4)
        var read: [Int] = []
        for await number in mailbox { read.append(number) }
        #expect(read == [1, 2, 3])
    }

    @Test func `While nobody reads the newest are kept`() async {
        let mailbox = Mailbox<Int>(limit: 2)
        for number in 1...5 { mailbox.send(number) }
        mailbox.finish()
        var read: [Int] = []
        for await number in mailbox { read.append(number) }
        #expect(read == [4, 5])
    }

    @Test func `Whoever waits gets what is sent from elsewhere`() async {
        let mailbox = Mailbox<Int>()
        let sum = Task { await mailbox.reduce(0, +) }
        await withDiscardingTaskGroup { group in
            for number in 1...100 { group.addTask { mailbox.send(number) } }
        }
        mailbox.finish()
        #expect(await sum.value == 5_050)
    }

    @Test func `A reader that is cancelled reads nothing more`() async {
        let mailbox = Mailbox<Int>()
        let reader = Task { await mailbox.reduce(0, +) }
        reader.cancel()
        #expect(await reader.value == 0)
        mailbox.send(1)
        var iterator = mailbox.makeAsyncIterator()
        #expect(await iterator.next() == 1)
    }
}
