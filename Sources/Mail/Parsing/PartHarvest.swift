/// What was found in the parts of a mail.
struct PartHarvest {
    /// The readable texts in order.
    var pieces: [[MailLine]] = []
    var attachments: [ParsedMail.Attachment] = []
    /// Contents of `message/delivery-status` parts.
    var deliveryReports: [[UInt8]] = []
    /// Contents of `message/feedback-report` parts (RFC 5965).
    var feedbackReports: [[UInt8]] = []
    /// Beginnings of messages sent back.
    var returned: [[UInt8]] = []
    /// Texts that are read where the mail has none of its own: an invitation, a forwarded message.
    var stands: [[MailLine]] = []
    var isCalendarReply = false
    var isReadReceipt = false
    var isHTML = false

    mutating func append(_ other: PartHarvest) {
        pieces += other.pieces
        appendExceptText(other)
    }

    mutating func appendExceptText(_ other: PartHarvest) {
        attachments += other.attachments
        deliveryReports += other.deliveryReports
        feedbackReports += other.feedbackReports
        returned += other.returned
        stands += other.stands
        isCalendarReply = isCalendarReply || other.isCalendarReply
        isReadReceipt = isReadReceipt || other.isReadReceipt
    }

    /// Names the images that stand in the text, and marks them as inline.
    mutating func placeImages() {
        for index in attachments.indices {
            guard let identifier = attachments[index].contentID else { continue }
            let mark = HTMLText.imageMark(identifier)
            let place = "[" + (attachments[index].name ?? "image") + "]"
            var isPlaced = false
            for piece in pieces.indices {
                for line in pieces[piece].indices where pieces[piece][line].text.contains(mark) {
                    pieces[piece][line].text = pieces[piece][line].text.replacing(mark, with: place)
                    isPlaced = true
                }
            }
            if isPlaced { attachments[index].inline = true }
        }
    }

    var textLength: Int { pieces.joined().reduce(0) { $0 + $1.text.utf8.count } }
}
