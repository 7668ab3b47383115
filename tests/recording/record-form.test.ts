import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import type { FactDetails, FactType } from '../../lambdas/cases/fact.ts'
import { type FactInput, newFact } from '../../lambdas/cases/fact-input.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { Actor } from '../../lambdas/recording/actor.ts'
import {
  type AskedFact,
  type RecordingOutcome,
  recordableBy,
  recordForm,
  type SentForm,
} from '../../lambdas/recording/record-form.ts'
import {
  CONTACT,
  confirming,
  NOBODY,
  OFFICER,
  type RecordingForTests,
  recordingForTests,
} from './recording-for-tests.ts'

let house: RecordingForTests
beforeAll(async () => {
  house = await recordingForTests()
})
afterAll(() => house.close())

const day = parseCalendarDate

/** What a form asks, with good answers. */
function asks<Type extends FactType>(
  records: Type,
  details: FactDetails[Type],
  rest: Omit<FactInput, 'fact'> & Pick<AskedFact<string>, 'corrects'> = {},
): AskedFact<string> {
  const { corrects, ...input } = rest
  return {
    records,
    read: () => ({ ok: true, values: { fact: newFact(records, details), ...input } }),
    ...(corrects && { corrects }),
    isAnother: false,
  }
}

/** Nothing is agreed or ordered, so there is no duty that it could be about. */
const DUTY_DONE = asks('duty-done', { of: sequenceOf(2), rule: 'D14', doneOn: day('2026-03-09') })
const contacted = (on: string) => asks('adviser-contacted', { contactedOn: day(on) })

/** Sends a form, and what it will do is confirmed. */
function confirm(
  file: CaseFile,
  sent: SentForm<string>,
  actor = OFFICER,
  tools = house.tools,
): Promise<RecordingOutcome<string>> {
  return confirming((confirmed) => recordForm(tools, actor, file, { ...sent, confirmed: sent.confirmed ?? confirmed }))
}

/** Sends a form that was filled in on the case as it is now. */
async function send(
  caseId: string,
  asked: AskedFact<string> | readonly AskedFact<string>[] | undefined,
  changes: Partial<SentForm<string>> = {},
  actor: Actor = OFFICER,
) {
  const file = await house.file(caseId)
  const submissionId = house.newSubmission()
  const version = String(file.record.version)
  const all = asked && ('records' in asked ? [asked] : asked)
  const sent = { submissionId, version, secondLook: undefined, confirmed: undefined, asked: all, ...changes }
  return { sent, outcome: await confirm(file, sent, actor) }
}

const versionOf = async (caseId: string) => (await house.file(caseId)).record.version

describe('a form with a fact', () => {
  it('is recorded, under the name of whoever sent it', async () => {
    const caseId = await house.waitingCase()
    const { outcome } = await send(caseId, contacted('2026-03-09'))
    expect(outcome).toEqual({ outcome: 'recorded', caseId, sequence: '00002' })
    expect((await house.file(caseId)).subject.facts.at(-1)).toMatchObject({
      type: 'adviser-contacted',
      recordedBy: 'officer-7',
      details: { contactedOn: '2026-03-09' },
    })
  })

  it('is recorded once, also when it is sent twice in the same moment and again after the case has gone on', async () => {
    const caseId = await house.waitingCase()
    const file = await house.file(caseId)
    const sent = {
      submissionId: house.newSubmission(),
      version: '1',
      secondLook: undefined,
      asked: [contacted('2026-03-09')],
      confirmed: undefined,
    }
    const both = await Promise.all([1, 2].map(() => confirm(file, sent)))
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'recorded-before'])
    const { outcome } = await send(caseId, asks('note-added', {}, { words: { note: 'Rang' } }))
    expect(outcome).toMatchObject({ outcome: 'recorded', sequence: '00003' })
    expect(await confirm(await house.file(caseId), sent)).toEqual({
      outcome: 'recorded-before',
      caseId,
      sequence: '00002',
    })
    expect(await versionOf(caseId)).toBe(3)
  })

  it('is refused to somebody who may not record it, and its answers are not even read', async () => {
    const caseId = await house.waitingCase()
    const stored = await house.everything()
    const unread = (): never => {
      throw new Error('The answers were read.')
    }
    const { outcome } = await send(caseId, { records: 'adviser-contacted', read: unread, isAnother: false }, {}, NOBODY)
    expect(outcome).toEqual({ outcome: 'not-allowed' })
    expect(await house.everything()).toBe(stored)
    expect(recordableBy(NOBODY, await house.file(caseId))).toEqual([])
    expect(recordableBy(OFFICER, await house.file(caseId))).toContain('adviser-contacted')
  })

  it('that was filled in on an earlier version of the case is not recorded, and the case as it is comes back', async () => {
    const caseId = await house.waitingCase()
    await send(caseId, asks('note-added', {}, { words: { note: 'Rang' } }))
    for (const version of ['1', '3', '', 'two']) {
      const { outcome } = await send(caseId, contacted('2026-03-09'), { version })
      expect(outcome).toMatchObject({ outcome: 'moved-on', file: { record: { caseId, version: 2 } } })
    }
    expect(await versionOf(caseId)).toBe(2)
  })

  it('is overtaken by one that another person sent in the same moment', async () => {
    const caseId = await house.waitingCase()
    const [one, other] = await Promise.all([
      send(caseId, contacted('2026-03-09')),
      send(caseId, asks('note-added', {}, { words: { note: 'Rang' } })),
    ])
    const outcomes = [one.outcome, other.outcome]
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['moved-on', 'recorded'])
    // The case is given back with what the other one recorded.
    expect(outcomes.find(({ outcome }) => outcome === 'moved-on')).toMatchObject({ file: { record: { version: 2 } } })
  })

  it('is recorded although the journey parked its wait anew in the same moment', async () => {
    const caseId = await house.waitingCase()
    const { tables } = house.tools
    let parked = false
    const interrupted: typeof tables.client.send = async (command: never) => {
      const isRecording = 'TransactItems' in ((command as { input: object }).input ?? {})
      if (isRecording && !parked) {
        parked = true
        await house.park(caseId, 'adviser-contact', ['adviser-contacted'], {
          kind: 'family-speaks-to-adviser',
          date: '2026-04-09',
        })
      }
      return tables.client.send(command)
    }
    const overtaken = {
      ...house.tools,
      tables: {
        ...tables,
        client: Object.create(tables.client, { send: { value: interrupted } }) as typeof tables.client,
      },
    }
    const sent = {
      submissionId: house.newSubmission(),
      version: '1',
      secondLook: undefined,
      asked: [contacted('2026-03-09')],
      confirmed: undefined,
    }
    const outcome = await confirm(await house.file(caseId), sent, OFFICER, overtaken)
    expect([parked, outcome]).toEqual([true, { outcome: 'recorded', caseId, sequence: '00002' }])
  })

  it('with a fact that is on record for the same day is recorded only where it says that it is another, after that one', async () => {
    const caseId = await house.waitingCase()
    const complained = (madeOn: string) =>
      asks('complaint-made', { about: 'council', points: [], madeOn: day(madeOn), awareOn: day('2026-03-02') })
    await send(caseId, complained('2026-03-04'))
    expect((await send(caseId, complained('2026-03-05'))).outcome.outcome).toBe('recorded')
    const stored = await house.everything()
    const { outcome } = await send(caseId, complained('2026-03-04'))
    expect(outcome).toMatchObject({ outcome: 'recorded-already', fact: { sequence: '00002' } })
    expect(await house.everything()).toBe(stored)
    expect((await send(caseId, { ...complained('2026-03-04'), isAnother: true })).outcome.outcome).toBe('recorded')
    const { recorded } = (await house.file(caseId)).subject
    expect(recorded.at(-1)).toMatchObject({ sequence: '00004', follows: '00002' })
  })

  it('that the case does not take now is not recorded', async () => {
    const caseId = await house.waitingCase()
    const { outcome } = await send(caseId, DUTY_DONE)
    expect(outcome).toEqual({ outcome: 'not-recordable', at: 0 })
  })

  it('that is about something that is not there any more is gone, unless it was recorded itself', async () => {
    const caseId = await house.waitingCase()
    expect((await send(caseId, undefined)).outcome).toEqual({ outcome: 'gone' })
    const { sent } = await send(caseId, contacted('2026-03-09'))
    const again = await confirm(await house.file(caseId), { ...sent, asked: undefined })
    expect(again).toMatchObject({ outcome: 'recorded-before', sequence: '00002' })
  })

  it('with answers that are not good gives back what is wrong with them', async () => {
    const caseId = await house.waitingCase()
    const asked: AskedFact<string> = {
      records: 'adviser-contacted',
      read: () => ({ ok: false, problems: ['Enter a day'] }),
      isAnother: false,
    }
    expect((await send(caseId, asked)).outcome).toEqual({ outcome: 'unread', problems: [['Enter a day']] })
  })

  it('with answers that cannot be so on this case says why', async () => {
    const caseId = await house.waitingCase()
    const { outcome } = await send(caseId, contacted('2026-03-11'))
    expect(outcome).toEqual({
      outcome: 'problems',
      problems: [[{ field: 'contactedOn', message: expect.stringContaining('must be today or in the past') }]],
    })
    expect(await versionOf(caseId)).toBe(1)
  })

  it('is shown with what it will do before anything is recorded, and again where that was not confirmed', async () => {
    const caseId = await house.waitingCase()
    const stored = await house.everything()
    const { outcome } = await send(caseId, contacted('2026-03-09'), { confirmed: 'something else' })
    if (outcome.outcome !== 'to-confirm') throw new Error(outcome.outcome)
    expect(outcome.preview.foreseen.messages).toMatchObject([{ kind: 'choose', about: '00002' }])
    expect(await house.everything()).toBe(stored)
  })

  it('that was confirmed before the case or the day changed is shown again, and recorded when that is confirmed', async () => {
    const caseId = await house.waitingCase()
    const file = await house.file(caseId)
    const asked = [contacted('2026-03-09')]
    const version = String(file.record.version)
    const form = { submissionId: house.newSubmission(), version, secondLook: undefined, asked }
    const seen = await recordForm(house.tools, OFFICER, file, { ...form, confirmed: undefined })
    if (seen.outcome !== 'to-confirm') throw new Error(seen.outcome)
    const confirmed = seen.preview.confirmation
    const tomorrow = { ...house.tools, clock: () => new Date('2026-03-11T08:00:00Z') }
    expect((await recordForm(tomorrow, OFFICER, file, { ...form, confirmed })).outcome).toBe('to-confirm')
    await send(caseId, asks('note-added', {}, { words: { note: 'Rang' } }))
    const changed = await house.file(caseId)
    const again = await recordForm(house.tools, OFFICER, changed, { ...form, confirmed })
    if (again.outcome !== 'to-confirm') throw new Error(again.outcome)
    expect(again.preview.foreseen.messages).toMatchObject([{ about: '00003' }])
    const onChanged = { ...form, version: '2', confirmed: again.preview.confirmation }
    expect(await recordForm(house.tools, OFFICER, changed, onChanged)).toMatchObject({ outcome: 'recorded' })
  })

  it('that was confirmed and cannot be so any more gives the case back as it is', async () => {
    const caseId = await house.waitingCase()
    await send(caseId, asks('note-added', {}, { words: { note: 'Rang' } }))
    const stale = { version: '1', confirmed: 'what was shown then' }
    const { outcome } = await send(caseId, contacted('2026-03-11'), stale)
    expect(outcome).toMatchObject({ outcome: 'moved-on', file: { record: { version: 2 } } })
  })

  it('with several facts records all of them or none, and says of each what is wrong', async () => {
    const caseId = await house.waitingCase()
    const noted = (note: string) => asks('note-added', {}, { words: { note } })
    const wrong = await send(caseId, [contacted('2026-03-11'), noted('Rang')])
    expect(wrong.outcome).toMatchObject({ outcome: 'problems', problems: [[{ field: 'contactedOn' }], []] })
    const unread: AskedFact<string> = { ...noted(''), read: () => ({ ok: false, problems: ['Enter a note'] }) }
    const { outcome } = await send(caseId, [contacted('2026-03-09'), unread])
    expect(outcome).toEqual({ outcome: 'unread', problems: [[], ['Enter a note']] })
    const refused = await send(caseId, [noted('Rang'), DUTY_DONE])
    expect(refused.outcome).toEqual({ outcome: 'not-recordable', at: 1 })
    expect(await versionOf(caseId)).toBe(1)
    const { outcome: recorded } = await send(caseId, [contacted('2026-03-09'), noted('Rang')])
    expect(recorded).toEqual({ outcome: 'recorded', caseId, sequence: '00003' })
  })

  it('names the kind of fact that is missing, and is recorded together with one of it, whichever stands first', async () => {
    const caseId = await house.waitingCase()
    await house.park(caseId, 'adviser-contact', ['response-sent'], {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    const response = asks('response-sent', { sentOn: day('2026-03-09') })
    expect((await send(caseId, response)).outcome).toMatchObject({
      outcome: 'problems',
      problems: [[{ message: 'It is not recorded that the Tribunal has an appeal', needs: 'appeal-registered' }]],
    })
    const appeal = asks('appeal-registered', { receivedOn: day('2026-03-09') })
    expect((await send(caseId, [response, appeal])).outcome).toMatchObject({ outcome: 'recorded', sequence: '00003' })
    const { subject } = await house.file(caseId)
    expect(subject.response).toMatchObject({ sequence: '00002' })
    expect(subject.recorded[1]).toMatchObject({ type: 'response-sent', follows: '00003' })
  })

  it('with a form for somebody who may record only some of its facts is refused as a whole', async () => {
    const caseId = await house.waitingCase()
    const { outcome } = await send(caseId, [contacted('2026-03-09'), asks('note-added', {})], {}, NOBODY)
    expect(outcome).toEqual({ outcome: 'not-allowed' })
  })

  it('that reads as another fact than it records is a fault of ours, and nothing is recorded', async () => {
    const caseId = await house.waitingCase()
    const asked = { ...asks('note-added', {}), records: 'adviser-contacted' } as const
    await expect(send(caseId, asked)).rejects.toThrow(
      'A form that records "adviser-contacted" gave a fact of the type "note-added".',
    )
    expect(await versionOf(caseId)).toBe(1)
  })
})

describe('a correction', () => {
  const corrected = (file: CaseFile, contactedOn: string) => {
    const fact = file.subject.facts.at(-1)
    if (!fact) throw new Error('The case has no fact.')
    return asks(
      'fact-corrected',
      { corrects: fact.sequence, details: { contactedOn: day(contactedOn) } },
      { corrects: { fact, words: {} } },
    )
  }

  it('that changes nothing is told so, and one that changes something is recorded', async () => {
    const caseId = await house.waitingCase()
    await send(caseId, contacted('2026-03-09'))
    await house.park(caseId, 'choice', ['mediation-declined'], { kind: 'family-chooses', date: '2026-04-10' })
    const file = await house.file(caseId)
    expect((await send(caseId, corrected(file, '2026-03-09'))).outcome).toEqual({
      outcome: 'problems',
      problems: [[{ field: '', message: 'Nothing is different from what was recorded. Change what is wrong' }]],
    })
    expect((await send(caseId, corrected(file, '2026-03-06'))).outcome).toMatchObject({ outcome: 'recorded' })
  })
})

it('a name that letters cannot show is asked about while it can still be typed otherwise', async () => {
  const caseId = await house.waitingCase()
  const renamed = { ...CONTACT, childName: '王 Miller' }
  const sent = asks('contact-details-changed', {}, { contact: renamed })
  const { outcome } = await send(caseId, sent)
  expect(outcome).toMatchObject({ outcome: 'unlikely', unlikely: [{ sentence: expect.stringContaining('“王”') }] })
  expect((await send(caseId, sent, { secondLook: 'yes' })).outcome).toMatchObject({ outcome: 'recorded' })
})

describe('contact details that say more of the child', () => {
  const changed = (contact: Contact) => asks('contact-details-changed', {}, { contact })
  const referred = (childReference: string): Contact => ({ ...CONTACT, childReference })

  it('are asked about where another open case is about that child and the same decision', async () => {
    const first = await house.waitingCase()
    const second = await house.waitingCase()
    await send(first, changed(referred('SEN/77')))
    const { outcome } = await send(second, changed(referred('sen/77')))
    expect(outcome).toEqual({
      outcome: 'unlikely',
      unlikely: [
        { sentence: expect.stringContaining(`already open: case ${first}, opened Tuesday`), otherCase: first },
      ],
    })
    expect(await versionOf(second)).toBe(1)
    expect((await send(second, changed(referred('sen/77')), { secondLook: 'yes' })).outcome).toMatchObject({
      outcome: 'recorded',
    })
    // The child was known by then: somebody has looked already.
    const later = changed({ ...referred('SEN/77'), phone: '01225 394382' })
    expect((await send(second, later)).outcome).toMatchObject({ outcome: 'recorded' })
  })

  it('are recorded where nothing but the case itself is about that child', async () => {
    const caseId = await house.waitingCase()
    expect((await send(caseId, changed(referred('SEN/78')))).outcome).toMatchObject({ outcome: 'recorded' })
    expect((await send(caseId, changed({ ...referred('SEN/78'), childName: 'Robin Miller' }))).outcome).toMatchObject({
      outcome: 'recorded',
    })
  })
})
