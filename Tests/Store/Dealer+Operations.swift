import Broker
import StageProtocol

// Every method of a store's transaction stands here once.

extension Dealer {
    mutating func writing() -> Operation {
        switch number(0...12) {
        case 0, 1: writeCase()
        case 2, 3: writeLog()
        case 4...6: writeMessage()
        case 7, 8: writeSubmission()
        case 9, 10: writeText()
        default: writeRest()
        }
    }

    private mutating func writeCase() -> Operation {
        let row = caseRow()
        if number(0...1) == 0 { return Operation("insert \(row)") { try $0.insert(row) } }
        return Operation("update \(row)") { try $0.update(row) }
    }

    private mutating func writeLog() -> Operation {
        let theCase = id()
        switch number(0...4) {
        case 0:
            let row = EntryRow(seq: number(0...9), kind: name(), at: moment(), by: stage(), body: bytes())
            return Operation("insert \(row) case \(theCase)") { try $0.insert(row, caseID: theCase) }
        case 1:
            let row = SectionRow(
                name: name(), schema: name(), version: number(1...9), at: moment(), by: stage(), body: bytes())
            return Operation("put \(row) case \(theCase)") { try $0.put(row, caseID: theCase) }
        case 2:
            let key = name()
            return Operation("index \(key) case \(theCase)") { try $0.index(key, caseID: theCase) }
        case 3:
            let key = name()
            return Operation("point \(key) to case \(theCase)") { try $0.point(key, to: theCase) }
        default:
            let address = address()
            return Operation("addParticipant \(address) case \(theCase)") {
                try $0.addParticipant(address, caseID: theCase)
            }
        }
    }

    private mutating func writeMessage() -> Operation {
        let row = messageRow()
        switch number(0...11) {
        case 0...4: return Operation("insert \(row)") { try $0.insert(row) }
        case 5:
            return Operation("replace data of message \(row.id)") { try $0.replace(data: row.data, message: row.id) }
        case 6...8: return Operation("update \(row)") { try $0.update(row) }
        case 9: return Operation("delete message \(row.id)") { try $0.delete(message: row.id) }
        case 10:
            return Operation("hurryStragglers \(row.at)") {
                try $0.hurryStragglers(now: row.at, longestWait: .seconds(3))
            }
        default:
            let limit = limit()
            return Operation("forgetFinished before \(row.at) limit \(limit)") {
                try $0.forgetFinished(before: row.at, limit: limit)
            }
        }
    }

    private mutating func writeSubmission() -> Operation {
        let row = submissionRow()
        switch number(0...5) {
        case 0...2: return Operation("insert \(row)") { try $0.insert(row) }
        case 3, 4: return Operation("update \(row)") { try $0.update(row) }
        default:
            let limit = limit()
            return Operation("forgetRaw before \(row.at) limit \(limit)") {
                try $0.forgetRaw(before: row.at, limit: limit)
            }
        }
    }

    private mutating func writeText() -> Operation {
        let row = sayRow()
        if number(0...1) == 0 { return Operation("insert \(row)") { try $0.insert(row) } }
        return Operation("update \(row)") { try $0.update(row) }
    }

    private mutating func writeRest() -> Operation {
        switch number(0...13) {
        case 13:
            let (series, value, hour) = (name(), name(), moment())
            return Operation("count \(series) \(value) at \(hour)") { try $0.count(series, value, hour: hour) }
        case 11:
            let (stage, wish) = (
                stage(), maybe { Wish(replicas: $0.maybe { $0.number(0...9) }, isDrained: $0.number(0...1) == 0) }
            )
            return Operation("put \(wish.map { "\($0)" } ?? "no wish") of \(stage)") { try $0.put(wish, stage: stage) }
        case 0: return Operation("beginIncarnation") { try $0.beginIncarnation() }
        case 10:
            let mark = StandardsMark(digest: name(), after: maybe { $0.id() })
            return Operation("put \(mark)") { try $0.put(mark) }
        case 1, 2:
            let row = promiseRow()
            return Operation("insert \(row)") { try $0.insert(row) }
        case 3:
            let (name, theCase, at) = (name(), id(), moment())
            return Operation("keep \(name) case \(theCase) at \(at)") {
                try $0.keep(promise: name, caseID: theCase, at: at)
            }
        case 12:
            let (name, theCase, at) = (name(), id(), moment())
            return Operation("withdraw \(name) case \(theCase) at \(at)") {
                try $0.withdraw(promise: name, caseID: theCase, at: at)
            }
        case 4:
            let (caseID, message) = (maybe { $0.id() }, maybe { $0.id() })
            let row = JournalRow(
                at: moment(), caseID: caseID, message: message, by: stage(), what: name(), detail: json())
            return Operation("write \(row)") { try $0.write(row) }
        case 5, 6:
            let (chunk, hash, size, offset) = (bytes(), name(), number(0...9), pick(Self.offsets))
            return Operation("putChunk \(chunk.count) of \(hash) size \(size) offset \(offset)") {
                try $0.putChunk(chunk, of: hash, size: size, offset: offset)
            }
        case 8:
            let (cases, submissions) = (maybe { [$0.id(), $0.id()] } ?? [], maybe { [$0.id()] } ?? [])
            return Operation("erase \(cases) \(submissions)") {
                try $0.erase(cases: cases, submissions: submissions)
            }
        case 7:
            let (hash, theCase) = (name(), id())
            return Operation("attach \(hash) to case \(theCase)") { try $0.attach(hash, caseID: theCase) }
        default:
            let hash = name()
            return Operation("deleteBlob \(hash)") { try $0.deleteBlob(hash) }
        }
    }

    mutating func finding() -> Operation {
        let (id, name, address) = (id(), name(), address())
        switch number(0...19) {
        case 0: return Operation("findCase \(id)") { try $0.findCase(id) }
        case 1: return Operation("findCase CW-\(id)") { try $0.findCase(ref: "CW-\(id)") }
        case 2: return Operation("entries \(id)") { try $0.entries(id) }
        case 3: return Operation("sections \(id)") { try $0.sections(id) }
        case 4: return Operation("lookUp \(name)") { try $0.lookUp(name) }
        case 5: return Operation("isParticipant \(address) \(id)") { try $0.isParticipant(address, caseID: id) }
        case 6: return Operation("findMessage \(id)") { try $0.findMessage(id) }
        case 7:
            let stage = stage()
            return Operation("timers named \(name) \(stage) \(id)") {
                try $0.timers(named: name, stage: stage, caseID: id)
            }
        case 8: return Operation("timers \(id)") { try $0.timers(id) }
        case 9: return Operation("findSubmission \(id)") { try $0.findSubmission(id) }
        case 10: return Operation("findSubmission \(name)") { try $0.findSubmission(key: name) }
        case 11: return Operation("findSay \(id)") { try $0.findSay(id) }
        case 12: return Operation("findSay \(name) \(id)") { try $0.findSay(name: name, caseID: id) }
        case 13: return Operation("says \(id)") { try $0.says(id) }
        case 14: return Operation("promises \(id)") { try $0.promises(id) }
        case 15: return Operation("journal \(id)") { try $0.journal(id) }
        case 16: return Operation("blobSize \(name)") { try $0.blobSize(name) }
        case 17: return Operation("dead about \(id)") { try $0.dead(about: id) }
        case 18:
            let row = submissionRow()
            return Operation("earlier than \(row)") { try $0.earlierSubmission(than: row) }
        default:
            let offset = pick(Self.offsets)
            return Operation("chunk of \(name) at \(offset)") { try $0.chunk(of: name, offset: offset) }
        }
    }

    mutating func asking() -> Operation {
        let (from, to, limit) = (moment(), moment(), limit())
        switch number(0...19) {
        case 19:
            let series = name()
            return Operation("counts \(series) from \(from) until \(to) limit \(limit)") {
                try $0.counts(series, from: from, until: to, limit: limit)
            }
        case 0: return Operation("incarnation") { try $0.incarnation() }
        case 1:
            let customer = address()
            return Operation("cases of \(customer) limit \(limit)") { try $0.cases(of: customer, limit: limit) }
        case 2:
            let (status, offset) = (maybe { $0.caseStatus() }, number(0...3))
            let whose = pick([Whose.anybody, .customers, .house(name())])
            return Operation("cases \(status as Any) of \(whose) limit \(limit) offset \(offset)") {
                try $0.cases(status: status, of: whose, limit: limit, offset: offset)
            }
        case 3: return Operation("load") { try $0.load() }
        case 4: return Operation("countCases") { try $0.countCases() }
        case 5:
            let name = name()
            let since = maybe { $0.moment() }
            if let id = maybe({ $0.id() }) {
                return Operation("sections named \(name) since \(since as Any) after \(id) limit \(limit)") {
                    try $0.sections(named: name, since: since, after: id, limit: limit)
                }
            }
            return Operation("sections named \(name) since \(since as Any) limit \(limit)") {
                try $0.sections(named: name, since: since, limit: limit)
            }
        case 6: return Operation("lastMessage") { try $0.lastMessage() }
        case 7: return Operation("waiting \(from) \(to)") { try $0.waiting(after: from, through: to) }
        case 8: return Operation("nextDue \(from)") { try $0.nextDue(after: from) }
        case 9:
            let id = id()
            return Operation("dead after \(id) limit \(limit)") { try $0.dead(after: id, limit: limit) }
        case 10:
            let state = messageState()
            return Operation("countMessages \(state)") { try $0.countMessages(state) }
        case 11: return Operation("countSubmissions") { try $0.countSubmissions() }
        case 13:
            let address = address()
            return Operation("cases with \(address) limit \(limit)") { try $0.cases(with: address, limit: limit) }
        case 14:
            return Operation("settled before \(from) limit \(limit)") {
                try $0.settledCases(before: from, limit: limit)
            }
        case 12:
            let state = submissionState()
            return Operation("submissions \(state) \(limit)") { try $0.submissions(state: state, limit: limit) }
        case 16:
            let id = id()
            return Operation("open after \(id) limit \(limit)") { try $0.openCases(after: id, limit: limit) }
        case 15: return Operation("promises limit \(limit)") { try $0.promises(limit: limit) }
        case 17: return Operation("timers through \(to) limit \(limit)") { try $0.timers(through: to, limit: limit) }
        default:
            let address = address()
            return Operation("countTexts \(address) since \(from)") { try $0.countTexts(to: address, since: from) }
        }
    }
}
