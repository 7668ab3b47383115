import { describe, expect, it } from 'vitest'
import { advisersOf } from '../../../lambdas/cases/advice/adviser.ts'
import type { PrivateWords } from '../../../lambdas/cases/contact.ts'
import type { CorrectableType, Fact, FactType } from '../../../lambdas/cases/fact.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { type CalendarDate, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { formOnCasePage, STAFF_FACTS } from '../../../lambdas/staff/facts/all-facts.ts'
import { correctionForm } from '../../../lambdas/staff/facts/correction-form.ts'
import { readForm } from '../../../lambdas/web/forms/read-form.ts'
import { aCase, type CaseBuilder } from '../../cases/case-builder.ts'
import { aFile } from '../../cases/work/file-for-tests.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { dateInputs } from '../../web/date-inputs.ts'

const TODAY = parseCalendarDate('2026-04-09')

/** The notice was sent on Tuesday 10 February 2026. */
const opened = aCase({ sections: ['B', 'F', 'I'] })
const refused = aCase({ decisionKind: 'refusal-to-assess' })
const contacted = opened.and('adviser-contacted', { contactedOn: '2026-02-16' })
const wants = contacted.and('mediation-chosen', { councilToldOn: '2026-02-20', healthIssue: 'only' })
const meeting = { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' } as const
const arranged = wants.and('meeting-arranged', meeting)
const appealed = opened.and('appeal-registered', { receivedOn: '2026-03-02' })
const decided = appealed.and('appeal-decided', { decidedOn: '2026-03-09', decision: 'decided-for-council', duties: [] })
const assess = refused
  .and('mediation-chosen', { councilToldOn: '2026-02-20' })
  .and('mediation-agreed', { concludedOn: '2026-03-02', duties: ['assess'] })
const resolution = opened.and('disagreement-resolution-asked', {
  askedOn: '2026-02-20',
  askedBy: 'family',
  subject: 'duties',
  occasion: 'at-review',
  parties: ['family', 'council'],
})
const complaint = { about: 'school', points: [], madeOn: '2026-02-20', awareOn: '2026-02-16' } as const
const complained = opened.and('complaint-made', complaint)

interface Example {
  readonly before: CaseBuilder
  /** Dates as YYYY-MM-DD, everything else as it is typed or ticked. */
  readonly typed: Readonly<Record<string, string>>
  readonly details: object
  readonly words?: PrivateWords
}

const SHORT_MEETING = { meetingOn: '2026-03-24', startsAt: '2.30 pm', format: 'by-phone' }

/** Each form filled in as fully as it can be. */
const EXAMPLES: Readonly<Record<Exclude<CorrectableType, 'case-opened'>, Example>> = {
  'notice-sent-again': {
    before: opened,
    typed: { sentAgainOn: '2026-03-02' },
    details: { sentAgainOn: '2026-03-02' },
  },
  'adviser-contacted': {
    before: opened,
    typed: { contactedOn: '2026-02-16' },
    details: { contactedOn: '2026-02-16' },
  },
  'mediation-declined': {
    before: opened,
    typed: { declinedOn: '2026-02-20', contactedOn: '2026-02-16' },
    details: { declinedOn: '2026-02-20', contactedOn: '2026-02-16' },
  },
  'mediation-chosen': {
    before: opened,
    typed: {
      councilToldOn: '2026-02-20',
      contactedOn: '2026-02-16',
      providerAskedOn: '2026-02-18',
      healthIssue: 'some',
      issues: 'Speech therapy at school',
      healthProvision: 'One hour each week',
    },
    words: { issues: 'Speech therapy at school', healthProvision: 'One hour each week' },
    details: {
      councilToldOn: '2026-02-20',
      contactedOn: '2026-02-16',
      providerAskedOn: '2026-02-18',
      healthIssue: 'some',
    },
  },
  'health-board-told': {
    before: wants,
    typed: { boardToldOn: '2026-02-23' },
    details: { boardToldOn: '2026-02-23' },
  },
  'meeting-arranged': {
    before: wants,
    typed: { ...SHORT_MEETING, place: 'The Guildhall', shortNoticeAgreed: 'no', arrangedOn: '2026-03-05' },
    details: { ...SHORT_MEETING, startsAt: '14:30', shortNoticeAgreed: false, arrangedOn: '2026-03-05' },
    words: { place: 'The Guildhall' },
  },
  'meeting-moved': {
    before: arranged,
    typed: {
      ...SHORT_MEETING,
      place: 'The Guildhall',
      shortNoticeAgreed: 'yes',
      movedBy: 'mediation-provider',
      reason: 'illness',
      movedOn: '2026-03-05',
    },
    details: {
      ...SHORT_MEETING,
      startsAt: '14:30',
      shortNoticeAgreed: true,
      movedBy: 'mediation-provider',
      reason: 'illness',
      movedOn: '2026-03-05',
    },
    words: { place: 'The Guildhall' },
  },
  'attendance-named': {
    before: arranged,
    typed: { role: 'manager', canDecide: 'yes', namedOn: '2026-03-16' },
    details: { role: 'manager', canDecide: true, namedOn: '2026-03-16' },
  },
  'meeting-cancelled': {
    before: arranged,
    typed: { cancelledOn: '2026-03-16', cancelledBy: 'council', reason: 'not-ready' },
    details: { cancelledOn: '2026-03-16', cancelledBy: 'council', reason: 'not-ready' },
  },
  'agreed-later': {
    before: wants,
    typed: {
      agreedOn: '2026-03-16',
      'duties-reconsider': 'yes',
      'points-back-to-panel': 'yes',
      agreedDate: '2026-03-30',
    },
    details: { agreedOn: '2026-03-16', duties: ['reconsider'], points: ['back-to-panel'], agreedDate: '2026-03-30' },
  },
  'meeting-missed': {
    before: arranged,
    typed: { missedOn: '2026-03-16', 'absent-council': 'yes', 'absent-family': 'yes', knownBefore: 'no' },
    details: { missedOn: '2026-03-16', absent: ['council', 'family'], knownBefore: false },
  },
  'mediation-adjourned': {
    before: arranged,
    typed: { adjournedOn: '2026-03-20', decisionMaker: 'absent' },
    details: { adjournedOn: '2026-03-20', decisionMaker: 'absent' },
  },
  'mediation-cannot-be-arranged': {
    before: wants,
    typed: { adviserToldOn: '2026-03-16' },
    details: { adviserToldOn: '2026-03-16' },
  },
  'mediation-agreed': {
    before: arranged,
    typed: {
      concludedOn: '2026-03-20',
      decisionMaker: 'present',
      'duties-amend-contents': 'yes',
      'duties-not-appealable': 'yes',
      agreedDate: '2026-05-29',
    },
    details: {
      concludedOn: '2026-03-20',
      decisionMaker: 'present',
      duties: ['amend-contents', 'not-appealable'],
      agreedDate: '2026-05-29',
    },
  },
  'mediation-partly-agreed': {
    before: arranged,
    typed: { concludedOn: '2026-03-20', 'duties-amend-contents': 'yes', 'stillDisputed-I': 'yes' },
    details: { concludedOn: '2026-03-20', duties: ['amend-contents'], stillDisputed: ['I'] },
  },
  'mediation-not-agreed': {
    before: arranged,
    typed: { concludedOn: '2026-03-20', decisionMaker: 'absent' },
    details: { concludedOn: '2026-03-20', decisionMaker: 'absent' },
  },
  'certificate-issued': {
    before: opened,
    typed: { issuedOn: '2026-02-20', contactedOn: '2026-02-16', informationGiven: 'no' },
    details: { issuedOn: '2026-02-20', contactedOn: '2026-02-16', informationGiven: false },
  },
  'appeal-registered': {
    before: opened,
    typed: { receivedOn: '2026-03-02', sentToCouncilOn: '2026-03-09', responseDueOn: '2026-04-24' },
    details: { receivedOn: '2026-03-02', sentToCouncilOn: '2026-03-09', responseDueOn: '2026-04-24' },
  },
  'timetable-set': {
    before: appealed,
    typed: { setOn: '2026-03-16', evidence: '2026-04-27', hearingIs: 'no-date-yet' },
    details: { setOn: '2026-03-16', evidence: '2026-04-27', hearingIs: 'no-date-yet' },
  },
  'response-sent': { before: appealed, typed: { sentOn: '2026-03-20' }, details: { sentOn: '2026-03-20' } },
  'council-gave-in': {
    before: appealed,
    typed: { gaveInOn: '2026-03-16', extent: 'all', 'duties-assess': 'yes', promisedDate: '2026-04-20' },
    details: { gaveInOn: '2026-03-16', extent: 'all', duties: ['assess'], promisedDate: '2026-04-20' },
  },
  'appeal-conceded': {
    before: appealed,
    typed: { concededOn: '2026-03-20', 'duties-amend-placement': 'yes' },
    details: { concededOn: '2026-03-20', duties: ['amend-placement'] },
  },
  'appeal-withdrawn': {
    before: appealed,
    typed: { withdrawnOn: '2026-03-20' },
    details: { withdrawnOn: '2026-03-20' },
  },
  'appeal-decided': {
    before: appealed,
    typed: { decidedOn: '2026-03-20', decision: 'decided-in-part', 'duties-amend-contents': 'yes' },
    details: { decidedOn: '2026-03-20', decision: 'decided-in-part', duties: ['amend-contents'] },
  },
  'notice-at-fault': {
    before: opened,
    typed: { foundOn: '2026-03-02', fault: 'incomplete', 'lacks-time-limits': 'yes' },
    details: { foundOn: '2026-03-02', fault: 'incomplete', lacks: ['time-limits'] },
  },
  'dispute-changed': {
    before: opened,
    typed: { changedOn: '2026-03-02', 'sections-I': 'yes' },
    details: { changedOn: '2026-03-02', sections: ['I'] },
  },
  'plan-issued-again': {
    before: opened,
    typed: { printedOn: '2026-03-02', sentOn: '2026-03-03', newCase: '7K2M-4QXP' },
    details: { printedOn: '2026-03-02', sentOn: '2026-03-03', newCase: '7K2M-4QXP' },
  },
  'new-plan-in-appeal': {
    before: appealed,
    typed: { allowed: 'yes', decidedOn: '2026-03-20' },
    details: { allowed: true, decidedOn: '2026-03-20' },
  },
  'ombudsman-asked': {
    before: opened,
    typed: { ombudsman: 'council', askedOn: '2026-03-02' },
    details: { ombudsman: 'council', askedOn: '2026-03-02' },
  },
  'ombudsman-decided': {
    before: opened.and('ombudsman-asked', { ombudsman: 'council', askedOn: '2026-03-02' }),
    typed: { of: '00002', result: 'fault-and-remedy', decidedOn: '2026-03-16', remedyBy: '2026-04-13' },
    details: { of: '00002', result: 'fault-and-remedy', decidedOn: '2026-03-16', remedyBy: '2026-04-13' },
  },
  'remedy-done': {
    before: opened
      .and('ombudsman-asked', { ombudsman: 'council', askedOn: '2026-03-02' })
      .and('ombudsman-decided', { of: '00002', result: 'fault-and-remedy', decidedOn: '2026-03-16' }),
    typed: { of: '00002', doneOn: '2026-03-20' },
    details: { of: '00002', doneOn: '2026-03-20' },
  },
  'case-came-from-council': {
    before: opened,
    typed: { transferredOn: '2026-03-02', madeOrReviewedOn: '2025-09-15', otherCouncil: 'Mendip Council' },
    details: { transferredOn: '2026-03-02', madeOrReviewedOn: '2025-09-15' },
    words: { otherCouncil: 'Mendip Council' },
  },
  'family-moves': {
    before: opened,
    typed: { awareOn: '2026-03-02', movesOn: '2026-04-13', otherCouncil: 'Mendip Council' },
    details: { awareOn: '2026-03-02', movesOn: '2026-04-13' },
    words: { otherCouncil: 'Mendip Council' },
  },
  'case-passed-on': {
    before: opened,
    typed: { passedOn: '2026-03-02', otherCouncil: 'Mendip Council' },
    details: { passedOn: '2026-03-02' },
    words: { otherCouncil: 'Mendip Council' },
  },
  'case-came-back': {
    before: opened.and('case-passed-on', { passedOn: '2026-03-02' }),
    typed: { cameBackOn: '2026-03-09' },
    details: { cameBackOn: '2026-03-09' },
  },
  'full-notice-sent': {
    before: opened.and('notice-at-fault', { foundOn: '2026-03-02', fault: 'never-sent' }),
    typed: { printedOn: '2026-03-03', sentOn: '2026-03-04' },
    details: { printedOn: '2026-03-03', sentOn: '2026-03-04' },
  },
  'decision-set-aside': {
    before: decided,
    typed: { setAsideOn: '2026-03-20', how: 'reviewed' },
    details: { of: '00003', setAsideOn: '2026-03-20', how: 'reviewed' },
  },
  'further-appeal': {
    before: decided,
    typed: { step: 'tribunal-refused', askedBy: 'family', stepOn: '2026-03-20' },
    details: { of: '00003', step: 'tribunal-refused', askedBy: 'family', stepOn: '2026-03-20' },
  },
  'way-forward-meeting': {
    before: opened,
    typed: { askedOn: '2026-03-02', meetingOn: '2026-03-30' },
    details: { askedOn: '2026-03-02', meetingOn: '2026-03-30' },
  },
  'agreement-reached': { before: opened, typed: { agreedOn: '2026-03-20' }, details: { agreedOn: '2026-03-20' } },
  'duty-done': {
    before: assess,
    typed: { duty: '00003-D15', doneOn: '2026-03-20' },
    details: { of: '00003', rule: 'D15', doneOn: '2026-03-20' },
  },
  'duty-day-set': {
    before: assess,
    typed: { duty: '00003-D14', setOn: '2026-03-09', day: '2026-03-27' },
    details: { of: '00003', rule: 'D14', setOn: '2026-03-09', day: '2026-03-27' },
  },
  'duty-excused': {
    before: assess,
    typed: { duty: '00003-D16', reason: 'institution-closed', excusedOn: '2026-03-09' },
    details: { of: '00003', rule: 'D16', excusedOn: '2026-03-09', reason: 'institution-closed' },
  },
  'disagreement-resolution-asked': {
    before: opened,
    typed: {
      subject: 'health-or-social-care',
      occasion: 'during-reassessment',
      askedBy: 'council',
      'parties-council': 'yes',
      'parties-health-body': 'yes',
      askedOn: '2026-03-02',
    },
    details: {
      subject: 'health-or-social-care',
      occasion: 'during-reassessment',
      askedBy: 'council',
      parties: ['council', 'health-body'],
      askedOn: '2026-03-02',
    },
  },
  'disagreement-resolution-answered': {
    before: resolution,
    typed: { party: 'council', agrees: 'no', answeredOn: '2026-03-02' },
    details: { of: '00002', party: 'council', agrees: false, answeredOn: '2026-03-02' },
  },
  'disagreement-resolution-meeting': {
    before: resolution,
    typed: { ...SHORT_MEETING, place: 'The Guildhall', arrangedOn: '2026-03-05' },
    details: { of: '00002', ...SHORT_MEETING, startsAt: '14:30', arrangedOn: '2026-03-05' },
    words: { place: 'The Guildhall' },
  },
  'disagreement-resolution-ended': {
    before: resolution,
    typed: { endedOn: '2026-03-02', result: 'not-held' },
    details: { of: '00002', endedOn: '2026-03-02', result: 'not-held' },
  },
  'complaint-made': {
    before: opened,
    typed: {
      about: 'health-body',
      stage: 'second',
      'points-is-in-writing': 'yes',
      'points-gives-a-time-to-answer': 'yes',
      madeOn: '2026-03-02',
      awareOn: '2026-02-16',
      answerAskedBy: '2026-04-01',
    },
    details: {
      about: 'health-body',
      stage: 'second',
      points: ['is-in-writing', 'gives-a-time-to-answer'],
      madeOn: '2026-03-02',
      awareOn: '2026-02-16',
      answerAskedBy: '2026-04-01',
    },
  },
  'complaint-acknowledged': {
    before: complained,
    typed: { acknowledgedOn: '2026-03-02', answerPromisedBy: '2026-04-01' },
    details: { of: '00002', acknowledgedOn: '2026-03-02', answerPromisedBy: '2026-04-01' },
  },
  'complaint-answered': {
    before: complained,
    typed: { answeredOn: '2026-03-02', result: 'partly-upheld' },
    details: { of: '00002', answeredOn: '2026-03-02', result: 'partly-upheld' },
  },
  'child-died': { before: opened, typed: { toldOn: '2026-03-09' }, details: { toldOn: '2026-03-09' } },
  'case-withdrawn': {
    before: opened,
    typed: { withdrawnOn: '2026-03-02', reason: 'council-changed-decision' },
    details: { withdrawnOn: '2026-03-02', reason: 'council-changed-decision' },
  },
}

const ONE_ADVISER = advisersOf(COUNCIL.providers)

const ALL = Object.entries(EXAMPLES) as [keyof typeof EXAMPLES, Example][]

function inputs(typed: Example['typed']): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(typed).map(([name, value]) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInputs(name, value) : { [name]: value },
    ),
  )
}

/** The form that is offered on the page of the case. */
function formOf(type: FactType, before: CaseBuilder, today?: CalendarDate) {
  const offered = formOnCasePage(type)
  if (!offered) throw new Error(`No form is offered for "${type}".`)
  return offered.asks(before.build(), today, ONE_ADVISER)
}

function read(type: FactType, before: CaseBuilder, typed: Example['typed']) {
  return readForm(formOf(type, before), inputs(typed))
}

describe('the form of each fact', () => {
  it.each(ALL)(
    '%s happened today where its own day is left blank, and asks for it in a correction',
    (type, example) => {
      const { before, typed } = example
      const recording = formOf(type, before, TODAY)
      const own = recording.fields.filter(({ hint = '' }) => hint.includes('Leave this blank if it was today.'))
      expect(own).toMatchObject([{ kind: 'date', optional: true }])
      const [{ name = '' } = {}] = own
      const withoutDay = inputs(Object.fromEntries(Object.entries(typed).filter(([input]) => input !== name)))
      const recorded = readForm(recording, withoutDay)
      // Its place among the facts: what the object of the fact says, and no other of its dates.
      expect(recorded.ok && dayOf(recorded.values.fact)).toBe(TODAY)
      expect(readForm(formOf(type, before), withoutDay)).toEqual({
        ok: false,
        problems: [{ field: name, message: expect.stringMatching(/^Enter the /) }],
      })
    },
  )

  it.each(ALL)('%s makes its details of what is typed', (type, { before, typed, details, words }) => {
    expect(read(type, before, typed)).toEqual({
      ok: true,
      values: { fact: { type, details }, ...(words && { words }) },
    })
  })

  it.each(ALL)('%s asks a question for each thing that is typed, and marks what may be left out', (type, example) => {
    const { fields } = formOf(type, example.before)
    const required = fields.filter(({ optional }) => !optional).map(({ name }) => name)
    const reading = read(type, example.before, {})
    expect(reading.ok ? [] : reading.problems.map(({ field }) => field)).toEqual(required)
    if (!reading.ok) {
      for (const { message } of reading.problems) expect(message).toMatch(/^(Enter|Select) /)
    }
  })

  it.each(ALL)('%s leads from what was recorded back to what was typed, and to the same again', (type, example) => {
    const { before, details, words } = example
    const subject = before.and(type, details as never).build()
    const fact = subject.facts.at(-1) as Fact
    const { form, typed } = correctionForm(subject, fact, words ?? {}, ONE_ADVISER)
    expect(readForm(form, typed)).toEqual({
      ok: true,
      values: {
        fact: { type: 'fact-corrected', details: { corrects: fact.sequence, details } },
        ...(words && { words }),
      },
    })
  })
})

describe('what is asked hangs on the case', () => {
  const fieldsOf = (type: FactType, before: CaseBuilder) => formOf(type, before).fields.map(({ name }) => name)
  const optionsOf = (type: FactType, before: CaseBuilder, field: string) =>
    formOf(type, before).fields.flatMap((one) =>
      one.name === field && 'options' in one ? one.options.map(({ value }) => value) : [],
    )

  it('the first contact only while the case does not know it, and not for the placement alone', () => {
    const placement = aCase({ placementOnly: true, sections: ['I'] })
    for (const type of ['mediation-declined', 'mediation-chosen', 'certificate-issued'] as const) {
      expect(fieldsOf(type, opened)).toContain('contactedOn')
      expect(fieldsOf(type, contacted)).not.toContain('contactedOn')
      expect(fieldsOf(type, placement)).not.toContain('contactedOn')
    }
  })

  it('which complaint, only where several are open', () => {
    const two = complained.and('complaint-made', { ...complaint, about: 'council' })
    expect(fieldsOf('complaint-answered', complained)).not.toContain('of')
    expect(optionsOf('complaint-answered', two, 'of')).toEqual(['00002', '00003'])
    expect(read('complaint-answered', two, { of: '00003', answeredOn: '2026-03-02', result: 'upheld' })).toMatchObject({
      ok: true,
      values: { fact: { details: { of: '00003' } } },
    })
    expect(read('complaint-answered', two, { answeredOn: '2026-03-02', result: 'upheld' })).toEqual({
      ok: false,
      problems: [{ field: 'of', message: 'Select which one this is about' }],
    })
    const acknowledged = two.and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-02-24' })
    // The other one has to be the one that is acknowledged now.
    expect(fieldsOf('complaint-acknowledged', acknowledged)).not.toContain('of')
    expect(optionsOf('complaint-answered', acknowledged, 'of')).toEqual(['00002', '00003'])
    const answered = two.and('complaint-answered', { of: '00002', answeredOn: '2026-02-24', result: 'upheld' })
    expect(fieldsOf('complaint-answered', answered)).not.toContain('of')
  })

  it('which disagreement resolution, only where several go on, and only their parties', () => {
    const other = resolution.and('disagreement-resolution-asked', {
      askedOn: '2026-02-24',
      askedBy: 'council',
      subject: 'duties',
      occasion: 'at-review',
      parties: ['council', 'school-or-college'],
    })
    expect(fieldsOf('disagreement-resolution-meeting', resolution)).not.toContain('of')
    expect(optionsOf('disagreement-resolution-answered', resolution, 'party')).toEqual(['family', 'council'])
    expect(optionsOf('disagreement-resolution-answered', other, 'of')).toEqual(['00002', '00003'])
    expect(optionsOf('disagreement-resolution-answered', other, 'party')).toEqual([
      'family',
      'council',
      'school-or-college',
    ])
    const refusedByCouncil = other.and('disagreement-resolution-answered', {
      of: '00002',
      party: 'council',
      agrees: false,
      answeredOn: '2026-02-24',
    })
    expect(fieldsOf('disagreement-resolution-ended', refusedByCouncil)).not.toContain('of')
  })

  it('which thing was done, only where several are to be done: also from several agreements and orders', () => {
    expect(optionsOf('duty-done', assess, 'duty')).toEqual(['00003-D14', '00003-D15', '00003-D16'])
    const twoSources = assess
      .and('duty-done', { of: '00003', rule: 'D14', doneOn: '2026-03-06' })
      .and('appeal-registered', { receivedOn: '2026-03-09' })
      .and('appeal-conceded', { concededOn: '2026-03-16', duties: ['make-plan'] })
    expect(optionsOf('duty-done', twoSources, 'duty')).toEqual(['00003-D15', '00003-D16', '00006-D29', '00006-D30'])
    const one = opened
      .and('appeal-registered', { receivedOn: '2026-03-02' })
      .and('appeal-conceded', { concededOn: '2026-03-09', duties: ['amend-contents'] })
    expect(fieldsOf('duty-done', one)).toEqual(['doneOn'])
    expect(read('duty-done', one, { doneOn: '2026-03-16' })).toMatchObject({
      values: { fact: { details: { of: '00003', rule: 'D31' } } },
    })
  })

  it('the duties that the regulation gives a time for, and stopping a plan only where that was decided', () => {
    expect(optionsOf('appeal-conceded', appealed, 'duties')).toEqual([
      'assess',
      'make-plan',
      'amend-contents',
      'amend-placement',
      'continue',
      'continue-and-amend',
    ])
    expect(optionsOf('appeal-decided', appealed, 'duties')).not.toContain('not-appealable')
    expect(optionsOf('appeal-decided', appealed, 'duties')).not.toContain('cease')
    const ceasing = aCase({ decisionKind: 'ceasing-plan' }).and('appeal-registered', { receivedOn: '2026-03-02' })
    expect(optionsOf('appeal-decided', ceasing, 'duties')).toContain('cease')
    expect(optionsOf('mediation-agreed', arranged, 'duties')).toContain('not-appealable')
  })

  it('the parts of the plan that are still in dispute, of those that were', () => {
    expect(optionsOf('mediation-partly-agreed', arranged, 'stillDisputed')).toEqual(['B', 'F', 'I'])
    expect(fieldsOf('mediation-partly-agreed', assess)).not.toContain('stillDisputed')
    const provision = aCase({ sections: ['F'] }).and('mediation-chosen', { councilToldOn: '2026-02-20' })
    expect(optionsOf('mediation-partly-agreed', provision, 'stillDisputed')).toEqual(['F'])
  })

  it('a word that no question offers is refused', () => {
    expect(read('meeting-cancelled', arranged, { cancelledOn: '2026-03-16', cancelledBy: 'nobody' })).toMatchObject({
      ok: false,
      problems: [{ field: 'cancelledBy', message: 'Select who cancelled the meeting' }],
    })
    const strange = { cancelledOn: '2026-03-16', cancelledBy: 'council', reason: 'weather' }
    expect(read('meeting-cancelled', arranged, strange)).toMatchObject({ ok: false, problems: [{ field: 'reason' }] })
  })
})

describe('correcting what opened the case', () => {
  const correctionOf = (before: CaseBuilder) => {
    const subject = before.build()
    return correctionForm(subject, subject.facts[0] as Fact, {}, ONE_ADVISER)
  }

  it('begins with what was recorded, and takes a decision without parts of a plan', () => {
    const { form, typed } = correctionOf(opened)
    expect(typed).toMatchObject({ decisionKind: 'plan-contents', 'sections-B': 'yes', 'sentOn-day': '10' })
    const refusal = {
      ...typed,
      decisionKind: 'refusal-to-assess',
      'sections-B': '',
      'sections-F': '',
      'sections-I': '',
    }
    expect(readForm(form, refusal)).toEqual({
      ok: true,
      values: {
        fact: {
          type: 'fact-corrected',
          details: {
            corrects: '00001',
            details: {
              decisionKind: 'refusal-to-assess',
              placementOnly: false,
              printedOn: '2026-02-10',
              sentOn: '2026-02-10',
            },
          },
        },
      },
    })
  })

  it('knows from section I alone that only the placement is disputed, also of a case from before parts were asked', () => {
    const { form, typed } = correctionOf(aCase({ placementOnly: true }))
    expect(typed).toMatchObject({ 'sections-I': 'yes' })
    expect(readForm(form, typed)).toMatchObject({
      values: { fact: { details: { details: { placementOnly: true, sections: ['I'] } } } },
    })
    expect(readForm(form, { ...typed, 'sections-F': 'yes' })).toMatchObject({
      values: { fact: { details: { details: { placementOnly: false, sections: ['F', 'I'] } } } },
    })
  })
})

describe('what a form of a correction does not ask stays as it was', () => {
  it('when an earlier fact has come to know the first contact', () => {
    const subject = contacted.and('certificate-issued', { issuedOn: '2026-02-20', contactedOn: '2026-02-18' }).build()
    const certificate = subject.facts.at(-1) as Fact
    const { form, typed } = correctionForm(subject, certificate, {}, ONE_ADVISER)
    expect(readForm(form, { ...typed, ...dateInputs('issuedOn', '2026-02-23') })).toMatchObject({
      values: { fact: { details: { details: { issuedOn: '2026-02-23', contactedOn: '2026-02-18' } } } },
    })
  })
})

describe('the form of another letter of the Tribunal', () => {
  it('begins with the days that stand, and not with the date of the letter before', async () => {
    const { form } = STAFF_FACTS['timetable-set']
    if (typeof form !== 'object') throw new Error('It begins with nothing.')
    const known = { contact: () => Promise.reject(), words: () => Promise.reject() }
    const first = appealed.and('timetable-set', { setOn: '2026-03-16', evidence: '2026-04-27', hearingIs: 'oral' })
    expect(await form.beginsWith(aFile(first, []), known)).toEqual({
      'evidence-day': '27',
      'evidence-month': '4',
      'evidence-year': '2026',
      hearingIs: 'oral',
    })
    expect(await form.beginsWith(aFile(appealed, []), known)).toEqual({})
  })
})

describe('a council with several mediation advisers', () => {
  const north = { ...COUNCIL.providers.mediationAdviser, id: 'north', name: 'Adviser of the North' }
  const advisers = advisersOf({ ...COUNCIL.providers, otherMediationAdvisers: [north] })
  const ASKED = ['adviser-contacted', 'mediation-declined', 'mediation-chosen', 'certificate-issued'] as const

  it.each(ASKED)('%s asks which one it is, and says so in the fact', (type) => {
    const form = formOnCasePage(type)?.asks(opened.build(), undefined, advisers)
    if (!form) throw new Error(`No form is offered for "${type}".`)
    const asked = form.fields.find(({ name }) => name === 'adviser')
    expect(asked).toMatchObject({
      kind: 'choice',
      options: [
        { value: 'first', text: 'Example Mediation' },
        { value: 'north', text: 'Adviser of the North' },
      ],
    })
    const typed = inputs(EXAMPLES[type].typed)
    const withoutIt = readForm(form, typed)
    expect(withoutIt.ok ? [] : withoutIt.problems).toMatchObject([
      { field: 'adviser', message: 'Select which mediation adviser' },
    ])
    const read = readForm(form, { ...typed, adviser: 'north' })
    expect(read).toMatchObject({ ok: true, values: { fact: { details: { adviser: 'north' } } } })
  })
})
