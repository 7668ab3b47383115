import type { StoredRow } from './stored-attributes.ts'

/** What an attribute says of a person. */
export const CLASSES = {
  who: ['Person', 'who somebody is, and how to reach them'],
  needs: ['Needs', 'what somebody needs of a letter. It can tell of a disability, or of a first language'],
  child: ['Child', 'what is particular to the child'],
  happened: [
    'Case',
    'what happened, in closed words and days. What a disagreement is about can tell of health or a disability',
  ],
  words: ['Words', 'what staff typed or families were sent'],
  staff: ['Staff', 'who at the council recorded it'],
  work: [
    'Service',
    'what keeps the service going: states, counts, moments, references. It says nothing more of a person',
  ],
  hash: ['Hashes', 'keyed hashes, of which nobody can tell without the key what they are of'],
} as const satisfies Readonly<Record<string, readonly [short: string, is: string]>>
export type DataClass = keyof typeof CLASSES

/** Who reads a table, and for how long its rows are kept. */
export const TABLES = {
  Contacts: 'Read by the staff pages and by what tells families. Kept as long as the case: docs/retention.md.',
  Cases:
    'Read by the staff pages, by what tells families, the officer and the mediation adviser, and by the journey. Kept as long as the case, but for what a row says of itself: docs/retention.md.',
  Audit:
    "Read by managers and auditors, on a page of their own, and by `npm run -s verify-audit`. It outlives what is erased: it has ids and closed words alone. For how long after the last entry is in `audit.keepYears` of the council's file.",
} as const

/** What a kind of row is kept for, and every attribute of it by what that says of a person. */
export interface KeptRow {
  readonly is: string
  readonly table: keyof typeof TABLES
  readonly why: string
  readonly attributes: Readonly<Partial<Record<DataClass, readonly string[]>>>
}

/** One for each kind of row. `npm run data-protection` writes it into docs/data-protection.md. */
export const KEPT: Readonly<Record<StoredRow, KeptRow>> = {
  case: {
    is: 'The case in short',
    table: 'Cases',
    why: 'To list cases by what is next, and to count outcomes',
    attributes: {
      happened:
        words(`appealOutcome closedAt decisionKind hasDied mediationResult nextDate nextKind openedAt outcome placementOnly
        route told.*.aimDate told.*.lawDate`),
      staff: words('owner ownerLeftOn restrictedTo'),
      work: words('caseId history status version'),
    },
  },
  fact: {
    is: 'Something that happened',
    table: 'Cases',
    why: 'Dates, messages and tasks follow from the facts. Part 3 of the Act of 2014 and its Regulations count from them',
    attributes: {
      child: words('details.daysOfAge.compulsorySchoolAgeEndsOn details.daysOfAge.youngPersonUntil'),
      happened: words(`details.about details.absent details.acknowledgedOn details.adjournedOn details.adviser
        details.adviserToldOn details.agreedDate details.agreedDateFor details.agreedOn
        details.agrees details.allowed details.answerAskedBy details.answeredOn
        details.answerPromisedBy details.arrangedOn details.askedBy details.askedOn
        details.attendanceForm details.awareOn details.because details.boardToldOn details.bundle
        details.cameBackOn details.cancelledBy details.cancelledOn details.canDecide
        details.caseReviewForm details.changedOn details.concededOn details.concludedOn
        details.contactedOn details.councilToldOn details.day details.decidedOn details.decision
        details.decisionKind details.decisionMaker details.declinedOn details.doneOn
        details.duplicateOf details.duties details.endedOn details.evidence details.excusedOn
        details.extent details.fault details.format details.foundOn details.gaveInOn
        details.healthIssue details.hearing details.hearingIs details.how details.informationGiven
        details.issuedOn details.knownBefore details.lacks details.leftOut details.letGoAhead
        details.madeOn details.madeOrReviewedOn details.meetingOn details.missedOn details.movedBy
        details.movedOn details.movesOn details.namedOn details.newCase details.occasion
        details.ombudsman details.orderedDate details.orderedDateFor details.parties details.party
        details.passedOn details.placementOnly details.points details.printedOn details.promisedDate
        details.providerAskedOn details.reason details.receivedOn details.remedyBy
        details.requestReceivedOn details.response details.responseDueOn details.result details.role
        details.sections details.sentAgainOn details.sentOn details.sentToCouncilOn
        details.setAsideOn details.setOn details.shortNoticeAgreed details.stage details.startsAt
        details.step details.stepOn details.stillDisputed details.subject details.toldOn
        details.transferredOn details.withdrawnOn details.workingDocument details.youngPersonsPart`),
      staff: words('recordedBy'),
      work: words(`details details.corrects details.details details.history details.joins details.of details.removes
        details.rule follows recordedAt sequence type`),
    },
  },
  wait: {
    is: 'What a stage waits for',
    table: 'Cases',
    why: 'To wake the stage when something is recorded or its time has come',
    attributes: {
      happened: words('answer.outcome endedWith next.date next.kind'),
      work: words('answer.heard awaits execution heard name parkedAt run stage startedFrom state taskToken wakeAt'),
    },
  },
  stop: {
    is: 'That a stage has stopped',
    table: 'Cases',
    why: 'To have it go on',
    attributes: { work: words('as goesOnAt run stage startedFrom state stoppedAt stops why') },
  },
  message: {
    is: 'That a family was told something',
    table: 'Cases',
    why: 'To tell it once, and to show that it was told',
    attributes: {
      happened: words('about about.of about.rule copies days delivery kind recipient sentAt'),
      words: words('subject'),
      work: words('attempts claimedAt hashes key problem sesMessageIds state'),
    },
  },
  'council-message': {
    is: 'That the officer or the mediation adviser was written to',
    table: 'Cases',
    why: 'To write once',
    attributes: {
      words: words('subject'),
      staff: words('to'),
      work: words(`about about.caseId about.work attempts claimedAt delivery hashes key kind problem sentAt sesMessageIds state
        told`),
    },
  },
  held: {
    is: 'A message that waits',
    table: 'Cases',
    why: 'To tell at 5pm what was learnt late, or when somebody has said who the party is',
    attributes: {
      happened: words(
        'as.about as.about.of as.about.rule as.kind message.about message.about.of message.about.rule message.kind',
      ),
      work: words('heldAt key leavesAt reason releasedAt state waitsFor'),
    },
  },
  task: {
    is: 'What a person at the council has to do',
    table: 'Cases',
    why: 'So that it is done by its day',
    attributes: { happened: words('about dueOn kind'), work: words('createdAt doneAt id state') },
  },
  'task-owner': {
    is: 'Whose a task is',
    table: 'Cases',
    why: 'So that a task can be given to somebody by itself',
    attributes: { staff: words('owner'), work: words('task') },
  },
  work: {
    is: 'A thing to look after, in a list',
    table: 'Cases',
    why: 'So that staff see what is due, and a list takes one read whatever the number of cases',
    attributes: {
      happened: words('decisionKind item.dueOn item.what placementOnly'),
      staff: words('item.cover item.owner restrictedTo'),
      work: words('caseId isBeingTakenOver item.id item.kind'),
    },
  },
  'work-counted': {
    is: 'What was counted of a case last',
    table: 'Cases',
    why: 'So that what is told twice, or late, is counted once',
    attributes: {
      happened: words('work.decisionKind work.items.dueOn work.items.what work.placementOnly'),
      staff: words('work.items.cover work.items.owner work.owner work.restrictedTo'),
      work: words('countedOn revision work.caseId work.isBeingTakenOver work.items.id work.items.kind work.letters'),
    },
  },
  'work-counts': {
    is: 'How much there is to look after, by whose it is, what it is and its day',
    table: 'Cases',
    why: 'So that staff see how much there is without reading every case',
    attributes: {},
  },
  'outcome-counted': {
    is: 'In which figures of the outcomes a case was counted last. Where themes or reach are turned on, by those too, until the case is erased',
    table: 'Cases',
    why: 'So that what is told twice, or late, is counted once',
    attributes: { happened: words('cells'), work: words('caseId countedBy countedOn revision') },
  },
  'outcome-month': {
    is: 'The figures of the outcomes, for each month and for all time',
    table: 'Cases',
    why: 'So that outcomes are read without reading every case',
    attributes: {},
  },
  'outcomes-compared': {
    is: 'When the figures of the outcomes were compared with every case, and what was found',
    table: 'Cases',
    why: 'So that whoever reads the outcomes knows whether to trust them',
    attributes: { work: words('cases comparedAt countedBy putRight') },
  },
  invoice: {
    is: 'What a provider sent an invoice for',
    table: 'Cases',
    why: 'To check the bill of a provider against what it did',
    attributes: {
      staff: words('recordedBy'),
      happened: words('month pence provider source'),
      work: words('recordedAt'),
    },
  },
  'typed-figures': {
    is: 'Numbers of a month that the service cannot know, such as decisions notified, plans maintained, and evaluation forms that were given out and came back. They are totals: nobody is named by them',
    table: 'Cases',
    why: 'So that outcomes can be read beside what they are part of',
    attributes: {
      staff: words('months.numbers.recordedBy'),
      happened: words('months.month months.numbers.figure months.numbers.number months.numbers.row months.table year'),
      words: words('months.numbers.source'),
      work: words('months.numbers.recordedAt months.revision revision'),
    },
  },
  release: {
    is: 'The outcomes of a year as they were published, with small numbers hidden',
    table: 'Cases',
    why: 'So that what was published stays as it was, beside its corrections',
    attributes: {
      staff: words('madeBy'),
      happened: words('from tables to why'),
      work: words('hideUpTo madeAt revision roundTo'),
    },
  },
  cover: {
    is: 'Who covers for whom, from a day to a day',
    table: 'Cases',
    why: 'So that what is due is seen while its owner is away',
    attributes: { staff: words('cover from owner until') },
  },
  team: {
    is: 'Who works together',
    table: 'Cases',
    why: 'So that lists of work can be shortened to a team',
    attributes: { staff: words('members name'), work: words('teamId') },
  },
  letter: {
    is: 'A letter to print',
    table: 'Cases',
    why: 'So that it is posted, and to show that it was',
    attributes: { happened: words('doneOn recipient why'), work: words('key recordedAt state wantedAt wantedOn') },
  },
  restriction: {
    is: 'Why a case was restricted to named people, or is not any more',
    table: 'Cases',
    why: 'So that a case of a colleague’s family, or a safeguarding matter, is read by those alone who work on it',
    attributes: { happened: words('why'), work: words('changedAt') },
  },
  particulars: {
    is: 'What staff record of a case for the outcomes alone: what it is about, and which groups the family belongs to. All of it is off until the council turns it on, each field by itself, in `particulars` of its file',
    table: 'Cases',
    why: 'So that the council sees what disagreements are about, and whether every group of families is reached. Nothing else reads it',
    attributes: {
      happened: words('themes'),
      child: words('reach.age-band reach.area reach.language reach.looked-after reach.phase reach.primary-need'),
      work: words('changedAt'),
    },
  },
  contact: {
    is: 'The family and whoever acts for it',
    table: 'Contacts',
    why: 'To write to them, to find their case, and to know the child again',
    attributes: {
      who: words(`by email name phone postalAddress relationship representative.actsFor representative.by representative.email representative.gets
        representative.name representative.postalAddress second.by second.email second.name second.postalAddress`),
      needs: words('language otherFormat print'),
      child: words('bornOn caseReference childName childReference uniquePupilNumber'),
    },
  },
  'child-key': {
    is: 'By what the same child is found',
    table: 'Contacts',
    why: 'So that no case is opened twice',
    attributes: { hash: words('childKey') },
  },
  'search-key': {
    is: 'By what a case is found',
    table: 'Contacts',
    why: 'So that staff find the case of a parent on the phone',
    attributes: { hash: words('searchKey searchOrder') },
  },
  words: {
    is: 'The words that go with a fact',
    table: 'Contacts',
    why: 'To say where a meeting is, and to keep what staff noted',
    attributes: { words: words('healthProvision issues note otherCouncil place') },
  },
  sent: {
    is: 'A message as it went out',
    table: 'Contacts',
    why: 'To show what was told, to whom and where',
    attributes: {
      who: words('to.email to.name to.postalAddress to.role'),
      words: words('email words'),
      work: words('attempt keptAt key'),
    },
  },
  'sending-second': {
    is: 'How many emails left in a second',
    table: 'Cases',
    why: 'To keep to the limit of SES',
    attributes: { work: words('second taken') },
  },
  submission: {
    is: 'That a form was sent in',
    table: 'Cases',
    why: 'So that a form sent twice is recorded once',
    attributes: { work: words('caseId sequence') },
  },
  hold: {
    is: 'That a case is kept whatever its time',
    table: 'Contacts',
    why: 'So that nothing is erased that a court, the Ombudsman or an inquiry needs',
    attributes: { words: words('reason'), staff: words('by'), work: words('at state') },
  },
  'erased-case': {
    is: 'What is left of a case that was erased',
    table: 'Cases',
    why: 'So that reports go on adding up, and a restore does not bring it back unseen. Kept after the case',
    attributes: {
      happened: words('appealOutcome closedIn decisionKind mediationResult openedIn outcome placementOnly route'),
      work: words('caseId list rows state'),
    },
  },
  'retention-list': {
    is: 'A list of cases to erase, and its certificate',
    table: 'Cases',
    why: 'So that two people erase together, and to show what was erased. Kept after the cases: references, counts and codes',
    attributes: {
      happened: words('cases.outcome'),
      staff: words('confirmedBy proposedBy withdrawnBy'),
      work: words(`carriedOutAt cases.caseId cases.version confirmedAt id proposedAt results.*.result results.*.rows
        rules.*.untilAge rules.*.yearsAfterClosing state withdrawnAt`),
    },
  },
  'sign-of-life': {
    is: 'That the stream is heard',
    table: 'Cases',
    why: 'So that a silence is noticed',
    attributes: { work: words('givenAt') },
  },
  'audit-entry': {
    is: 'Who did or read what',
    table: 'Audit',
    why: 'To show who changed a case and who has read it, and that nobody has altered the record of it',
    attributes: {
      happened: words('about what why'),
      staff: words('who'),
      work: words('at before day hash moment number pk results sk'),
    },
  },
  'audit-root': {
    is: 'What the entries of a day come to',
    table: 'Audit',
    why: 'So that whoever has it can tell that no entry was altered since',
    attributes: { work: words('before chains pk root sk') },
  },
  'audit-head': {
    is: 'Where the entries of a case or a person stood at the end of a day',
    table: 'Audit',
    why: 'To say which entry was altered or removed',
    attributes: { work: words('hash number pk sk') },
  },
}

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
