import { afterEach, describe, expect, it } from 'vitest'
import type { CalendarFile } from '../../../lambdas/messages/calendar/make-calendar-file.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { aCase } from '../../cases/case-builder.ts'
import { EVERY_SITUATION, theSituation } from '../every-situation.ts'
import { arranged, cancelled, moved, PARENT, SITUATIONS, situation } from '../situations.ts'

const invitation = fileOf(situation('meeting-invitation', '00003', arranged, '2026-03-16'))
const change = fileOf(situation('meeting-new-time', '00004', moved, '2026-03-20'))
const cancellation = fileOf(situation('meeting-is-off', '00005', cancelled, '2026-03-27'))

function fileOf(about: Parameters<typeof composeMessage>[0]): CalendarFile {
  const { calendarFile } = composeMessage(about)
  if (!calendarFile) throw new Error(`The message "${about.kind}" has no calendar file.`)
  return calendarFile
}

/** The lines of a calendar file with the folded ones made whole (RFC 5545, section 3.1). */
function linesOf({ content }: CalendarFile): string[] {
  return content
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
}

/** The value of a property of the event; its parameters stand before the colon. */
function propertyOf(file: CalendarFile, property: string): string | undefined {
  const lines = linesOf(file)
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'))
  return event
    .find((line) => line.startsWith(`${property}:`) || line.startsWith(`${property};`))
    ?.slice(property.length)
}

describe('a meeting in the calendar', () => {
  it('keeps its UID while its sequence, the number of the fact, rises through a move and a cancellation', () => {
    expect([invitation, change, cancellation].map((file) => propertyOf(file, 'UID'))).toEqual(
      Array(3).fill(':2026-0001-meeting-00003@bathnes.gov.uk'),
    )
    expect([invitation, change, cancellation].map((file) => propertyOf(file, 'SEQUENCE'))).toEqual([':3', ':4', ':5'])
  })

  it('is an invitation, a revised invitation and a cancellation', () => {
    expect([invitation, change, cancellation].map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    for (const file of [invitation, change, cancellation]) expect(linesOf(file)).toContain(`METHOD:${file.method}`)
    expect(propertyOf(cancellation, 'STATUS')).toBe(':CANCELLED')
  })

  it('begins at its time in England, in summer and in winter time', () => {
    expect(propertyOf(invitation, 'DTSTART')).toBe(';TZID=Europe/London:20260330T143000')
    const winter = aCase().and('meeting-arranged', { meetingOn: '2026-03-27', startsAt: '09:00', format: 'online' })
    expect(propertyOf(fileOf(situation('meeting-invitation', '00002', winter, '2026-03-02')), 'DTSTART')).toBe(
      ';TZID=Europe/London:20260327T090000',
    )
  })

  it('brings the time zone with it', () => {
    const lines = linesOf(invitation)
    expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))).toContain(
      'TZID:Europe/London',
    )
  })

  it('says where it is', () => {
    expect(propertyOf(invitation, 'LOCATION')).toBe(':Room 3\\, Keynsham Civic Centre\\, Temple Street')
  })

  it('names no child, for a calendar is often shared', () => {
    for (const file of [invitation, change, cancellation]) {
      expect(file.content).not.toMatch(/Peregrine|Zuleika|Quorn(?!@)/)
    }
    expect(propertyOf(invitation, 'ATTENDEE')).toMatch(new RegExp(`:mailto:${PARENT.email}$`, 'i'))
  })

  it('arranged again after a cancellation is another meeting', () => {
    const again = cancelled.and('meeting-arranged', { meetingOn: '2026-04-03', startsAt: '11:00', format: 'online' })
    const file = fileOf(situation('meeting-invitation', '00006', again, '2026-03-28'))
    expect(propertyOf(file, 'UID')).toBe(':2026-0001-meeting-00006@bathnes.gov.uk')
    expect(propertyOf(file, 'SEQUENCE')).toBe(':6')
  })
})

describe('a meeting that was recorded wrongly', () => {
  const meeting = { UID: ':2026-0001-meeting-00003@bathnes.gov.uk', SUMMARY: ':Mediation meeting' }
  const resolution = {
    UID: ':2026-0001-resolution-meeting-00002@bathnes.gov.uk',
    SUMMARY: ':Disagreement resolution meeting',
  }

  it.each([
    ['meeting corrected', 'REQUEST', meeting, ':4', '20260331T143000'],
    ['meeting corrected after it was moved', 'REQUEST', meeting, ':5', '20260401T113000'],
    ['removed: the move of a meeting', 'REQUEST', meeting, ':5', '20260330T143000'],
    ['removed: the cancellation of a meeting', 'REQUEST', meeting, ':5', '20260330T143000'],
    ['removed: a planned meeting', 'CANCEL', meeting, ':4', '20260330T143000'],
    ['corrected: the meeting of a disagreement resolution', 'REQUEST', resolution, ':5', '20260415T100000'],
    ['removed: the meeting of a disagreement resolution', 'CANCEL', resolution, ':5', '20260414T100000'],
  ] as const)(
    '%s: the entry that is there is changed, by a later revision',
    (name, method, { UID, SUMMARY }, sequence, start) => {
      const file = fileOf(theSituation(name))
      expect(file.method).toBe(method)
      expect(propertyOf(file, 'UID')).toBe(UID)
      expect(propertyOf(file, 'SUMMARY')).toBe(SUMMARY)
      expect(propertyOf(file, 'SEQUENCE')).toBe(sequence)
      expect(propertyOf(file, 'DTSTART')).toBe(`;TZID=Europe/London:${start}`)
    },
  )
})

describe('the meeting of a disagreement resolution', () => {
  const files = ['resolution meeting', 'resolution meeting on another day', 'resolution ended, not-held'].map((name) =>
    fileOf(theSituation(name)),
  )

  it('has an entry of its own, which is changed and cancelled', () => {
    expect(files.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(files.map((file) => propertyOf(file, 'UID'))).toEqual(
      Array(3).fill(':2026-0001-resolution-meeting-00002@bathnes.gov.uk'),
    )
    expect(files.map((file) => propertyOf(file, 'SEQUENCE'))).toEqual([':5', ':6', ':6'])
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'disagreement-resolution-meeting.ics',
      'disagreement-resolution-meeting.ics',
      'disagreement-resolution-meeting-cancelled.ics',
    ])
  })

  it('says where it is, and names no child', () => {
    expect(propertyOf(files[0] ?? invitation, 'LOCATION')).toBe(':Room 3\\, Keynsham Civic Centre\\, Temple Street')
    for (const { content } of files) expect(content).not.toMatch(/Peregrine|Zuleika|Quorn(?!@)/)
  })
})

describe('the dates to act by in the calendar', () => {
  it('are whole days: the adviser and the appeal, each on the day to aim for', () => {
    const file = fileOf(SITUATIONS['rights, refusal to assess, August'] as Parameters<typeof composeMessage>[0])
    expect(file.method).toBe('PUBLISH')
    expect(linesOf(file).filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20260828',
      'DTSTART;VALUE=DATE:20260828',
    ])
    expect(linesOf(file).join('\n')).toContain('by 5pm on Tuesday 1 September 2026.')
  })

  it('are replaced when a certificate moves the appeal date', () => {
    const rights = situation('rights', '00001', aCase({ sentOn: '2026-05-20' }), '2026-05-20')
    const certified = SITUATIONS['certificate issued, August'] as Parameters<typeof composeMessage>[0]
    const uidsOf = (file: CalendarFile) => linesOf(file).filter((line) => line.startsWith('UID:'))
    expect(uidsOf(fileOf(rights))).toContain(uidsOf(fileOf(certified))[0])
    expect(propertyOf(fileOf(rights), 'SEQUENCE')).toBe(':1')
    expect(propertyOf(fileOf(certified), 'SEQUENCE')).toBe(':3')
  })

  it('are replaced by a correction of the letter, under the same UIDs', () => {
    const rights = fileOf(situation('rights', '00001', aCase({ sentOn: '2026-02-10' }), '2026-02-10'))
    const corrected = fileOf(theSituation('corrected: the letter was sent later'))
    const ofBoth = (property: string) =>
      [rights, corrected].map((file) => linesOf(file).filter((line) => line.startsWith(property)))
    const [before, after] = ofBoth('UID:')
    expect(after).toEqual(before)
    expect(ofBoth('DTSTART')).toEqual([
      ['DTSTART;VALUE=DATE:20260410', 'DTSTART;VALUE=DATE:20260410'],
      ['DTSTART;VALUE=DATE:20260417', 'DTSTART;VALUE=DATE:20260417'],
    ])
    expect(propertyOf(corrected, 'SEQUENCE')).toBe(':2')
  })

  it('are left out when the family has nothing to do by them any more', () => {
    for (const name of ['rights again, after appealing', 'corrected: the day of the response in the letter']) {
      expect(composeMessage(theSituation(name)).calendarFile).toBeUndefined()
    }
    expect(linesOf(fileOf(theSituation('rights again, after a talk with the adviser'))).join('\n')).not.toContain(
      'adviser-contact',
    )
  })

  it('are the Tribunal’s once it has set them; a later letter moves them, and strikes out what it does not name', () => {
    const [first, second] = [
      fileOf(theSituation('the Tribunal sets its days')),
      fileOf(theSituation('the Tribunal changes its days, and takes the hearing away')),
    ]
    const eventsOf = (file: CalendarFile) =>
      linesOf(file)
        .join('\n')
        .split('BEGIN:VEVENT')
        .slice(1)
        .map(
          (event) => /UID:.*-tribunal-(.*)@|$/.exec(event)?.[1] + (event.includes('STATUS:CANCELLED') ? ' is off' : ''),
        )
    expect(eventsOf(first)).toEqual([
      'response',
      'evidence',
      'attendanceForm',
      'caseReviewForm',
      'workingDocument',
      'bundle',
      'hearing',
    ])
    expect(eventsOf(second)).toEqual(['evidence', 'hearing is off'])
    expect([first, second].map((file) => propertyOf(file, 'SEQUENCE'))).toEqual([':5', ':6'])
    expect(propertyOf(second, 'DTSTART')).toBe(';VALUE=DATE:20260812')
  })

  it('are left out when they have gone by', () => {
    expect(composeMessage(situation('rights', '00001', aCase(), '2026-05-01')).calendarFile).toBeUndefined()
  })
})

describe('every calendar file', () => {
  const files = Object.values(EVERY_SITUATION).flatMap((each) => composeMessage(each).calendarFile ?? [])

  it('has lines of at most 75 octets that end as the standard says, and closes what it opens', () => {
    const long = aCase().and('meeting-arranged', { meetingOn: '2026-03-30', startsAt: '14:30', format: 'in-person' })
    const place = 'Ystafell gyfarfod Tŷ’r Cyngor – '.repeat(8)
    const folded = fileOf(situation('meeting-invitation', '00002', long, '2026-03-02', { words: { place } }))
    for (const { content } of [...files, folded]) {
      const raw = content.split('\r\n')
      expect(raw.at(-1)).toBe('')
      expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of raw) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
    expect(linesOf(folded).join('\n')).toContain(place.trim())
    for (const file of files) {
      const open: string[] = []
      for (const line of linesOf(file)) {
        if (line.startsWith('BEGIN:')) open.push(line.slice(6))
        if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4))
      }
      expect(open).toEqual([])
    }
  })

  it('stamps each entry in UTC with the moment of the fact, so that it is the same when made again', () => {
    for (const file of files) expect(propertyOf(file, 'DTSTAMP')).toMatch(/^:\d{8}T100000Z$/)
  })
})

describe('on a machine in another time zone', () => {
  const before = process.env.TZ
  afterEach(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])('%s gives the same files', (zone) => {
    const rights = SITUATIONS['rights, refusal to assess, August'] as Parameters<typeof composeMessage>[0]
    const here = fileOf(rights)
    process.env.TZ = zone
    expect(fileOf(rights)).toEqual(here)
    expect(fileOf(situation('meeting-invitation', '00003', arranged, '2026-03-16'))).toEqual(invitation)
  })
})
