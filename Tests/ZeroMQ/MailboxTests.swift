import Synchronization
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MailboxTests {
    private struct Letter: Sendable {
        var writer: Int
        var number: Int
    }

    @Test func eachWritersLettersArriveInTheirOrderAndNoneIsLost() throws {
        let mailbox = try Mailbox<Letter>()
        let writers = 8
        let letters = 5000
        var threads: [SocketThread] = []
        for writer in 0..<writers {
            threads.append(
                try SocketThread(name: "writer \(writer)") {
                    for number in 0..<letters { mailbox.post(Letter(writer: writer, number: number)) }
                })
        }
        var expected = [Int](repeating: 0, count: writers)
        var poller = Poller([], wakeup: mailbox.wakeup)
        while expected.contains(where: { $0 < letters }) {
            _ = try poller.wait(timeout: patience)
            let drained = mailbox.drain()
            for letter in drained {
                #expect(letter.number == expected[letter.writer])
                expected[letter.writer] = letter.number + 1
            }
        }
        for thread in threads { thread.join() }
        #expect(mailbox.drain().isEmpty)
    }

    @Test func aClosedMailboxTakesNothingAndKeepsWhatItHas() throws {
        let mailbox = try Mailbox<String>()
        #expect(mailbox.post("before"))
        mailbox.close()
        #expect(mailbox.isClosed)
        #expect(!mailbox.post("after"))
        #expect(mailbox.drain() == ["before"])
    }

    @Test func closingWakesTheReader() async throws {
        let mailbox = try Mailbox<Int>()
        let thread = try SocketThread(name: "reader") {
            var poller = Poller([], wakeup: mailbox.wakeup)
            while !mailbox.isClosed {
                guard (try? poller.wait()) != nil else { return }
            }
        }
        mailbox.close()
        await thread.wait()
    }

    @Test func twoMailboxesShareOneWakeup() throws {
        let wakeup = try Wakeup()
        let letters = Mailbox<String>(wakeup: wakeup)
        let numbers = Mailbox<Int>(wakeup: wakeup)
        var poller = Poller([], wakeup: wakeup)
        numbers.post(1)
        _ = try poller.wait(timeout: patience)
        #expect(numbers.drain() == [1])
        letters.post("a")
        _ = try poller.wait(timeout: patience)
        #expect(letters.drain() == ["a"])
    }
}
