import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { type Cells, readRow } from '../../../lambdas/staff/import/read-row.ts'
import { GOOD_ROW } from './import-for-tests.ts'

const TODAY = parseCalendarDate('2026-03-10')

function read(changes: Cells) {
  return readRow({ ...(GOOD_ROW as Cells), ...changes }, TODAY)
}
function problems(changes: Cells): readonly string[] {
  const reading = read(changes)
  return reading.ok ? [] : reading.problems.map(({ column, value = '(blank)', why }) => `${column} ${value} ${why}`)
}
function underWay(changes: Cells) {
  const reading = read(changes)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.underWay
}

describe('a row that can be imported', () => {
  it('gives the decision, the family and what has happened', () => {
    expect(
      underWay({
        request_received_on: '2025-11-03',
        child_reference: 'C-1',
        unique_pupil_number: 'b801 2000 05001',
        by: 'By post',
        address_1: '1 High Street',
        address_3: 'Bath',
        postcode: 'BA1 1AA',
        print: 'Large print',
        language: 'Polish',
        mediation_asked_on: '20 Feb 2026',
        health_issue: 'none',
        meeting_fixed_on: '02/03/2026',
        meeting_on: '17/03/2026',
        meeting_at: '14:30:00',
        meeting_format: 'Online',
      }),
    ).toEqual({
      decision: {
        decisionKind: 'plan-contents',
        placementOnly: false,
        printedOn: '2026-02-10',
        sentOn: '2026-02-11',
        sections: ['B', 'F'],
        requestReceivedOn: '2025-11-03',
      },
      contact: {
        relationship: 'parent',
        name: 'Sam Taylor',
        childName: 'Robin Taylor',
        bornOn: '2014-03-27',
        childReference: 'C-1',
        uniquePupilNumber: 'B801200005001',
        by: 'post',
        email: 'sam.taylor@example.com',
        postalAddress: ['1 High Street', 'Bath', 'BA1 1AA'],
        print: 'large',
        language: 'Polish',
      },
      happened: [
        { type: 'mediation-chosen', details: { councilToldOn: '2026-02-20', healthIssue: 'none' } },
        {
          type: 'meeting-arranged',
          details: { arrangedOn: '2026-03-02', meetingOn: '2026-03-17', startsAt: '14:30', format: 'online' },
        },
      ],
    })
  })

  it('takes the date printed on the letter where the day of sending is not known', () => {
    expect(underWay({ sent_on: 'n/a' }).decision.sentOn).toBe('2026-02-10')
  })

  it('reads a dispute about section I alone as one about the placement', () => {
    expect(underWay({ sections: 'I' }).decision).toMatchObject({ placementOnly: true, sections: ['I'] })
  })

  it.each([
    [
      { printed_on: '46063', sent_on: '46064.5' },
      { printedOn: '2026-02-10', sentOn: '2026-02-11' },
    ],
    [{ printed_on: '10-Feb-26' }, { printedOn: '2026-02-10' }],
    [{ printed_on: '10th February 2026' }, { printedOn: '2026-02-10' }],
    [{ printed_on: '\u00a0\u200b10.2.2026 ' }, { printedOn: '2026-02-10' }],
    [{ decision: '  PLAN contents' }, { decisionKind: 'plan-contents' }],
    [{ decision: 'To stop maintaining an EHC plan', sections: '' }, { decisionKind: 'ceasing-plan' }],
    [{ sections: 'f | b' }, { sections: ['F', 'B'] }],
  ] as const)('reads %j as %j', (cells, decision) => {
    expect(underWay(cells).decision).toMatchObject(decision)
  })

  it.each([
    ['="00123"', '00123'],
    ["'-7 North", '-7 North'],
    ['\u200eC-1\u200b', 'C-1'],
  ])('reads the reference %s as %s', (cell, reference) => {
    expect(underWay({ case_reference: cell }).contact.caseReference).toBe(reference)
  })

  it('knows what ends a case, and what the council has to do by the last of it', () => {
    const { happened } = underWay({
      printed_on: '10/02/2025',
      sent_on: '10/02/2025',
      mediation_asked_on: '20/02/2025',
      mediation_ended_on: '10/03/2025',
      mediation_result: 'partly agreed',
      certificate_issued_on: '12/03/2025',
      appeal_received_on: '01/04/2025',
      appeal_decided_on: '01/10/2025',
      appeal_decision: 'For the family',
      duties: 'amend-contents; amend-placement',
      case_ended_on: '01/12/2025',
      case_ended_why: 'The council has changed its decision',
    })
    expect(happened.slice(1)).toEqual([
      { type: 'mediation-partly-agreed', details: { concludedOn: '2025-03-10' } },
      { type: 'certificate-issued', details: { issuedOn: '2025-03-12' } },
      { type: 'appeal-registered', details: { receivedOn: '2025-04-01' } },
      {
        type: 'appeal-decided',
        details: {
          decidedOn: '2025-10-01',
          decision: 'decided-for-appellant',
          duties: ['amend-contents', 'amend-placement'],
        },
      },
      { type: 'case-withdrawn', details: { withdrawnOn: '2025-12-01', reason: 'council-changed-decision' } },
    ])
  })
})

describe('a row that cannot be imported', () => {
  it.each<[Cells, string]>([
    [{ decision: '' }, 'decision (blank) Say what the council decided.'],
    [
      { decision: 'no idea' },
      'decision "no idea" "no idea" is not one of the words of this column. It takes refusal-to-assess',
    ],
    [{ printed_on: '' }, 'printed_on (blank) Enter the date printed on the decision letter.'],
    [{ printed_on: '02/10/26' }, 'printed_on "02/10/26" "02/10/26" has a year of two digits'],
    [{ printed_on: '06/30/2026' }, 'has the month 30. The day is read first'],
    [{ printed_on: '31/02/2026' }, 'There is no 31 February 2026'],
    [{ printed_on: '10/0\u200b2/2026' }, 'has a character in it that cannot be seen (U+200B)'],
    [{ printed_on: '########' }, 'Widen the column'],
    [{ printed_on: '44000' }, 'could be two days'],
    [{ born_on: '41725' }, 'is a number'],
    [{ relationship: 'mother' }, 'relationship "mother"'],
    [{ name: '' }, 'name (blank) Enter the name of the person we write to.'],
    [{ name: '=cmd|calc' }, 'This is a formula.'],
    [{ child_name: 'Robin\u202eTaylor' }, 'turns its letters round'],
    [{ email: '' }, 'email (blank) Enter an email address, or choose another way to write.'],
    [{ email: 'sam@exa\u200dmple.com' }, 'has a character that cannot be seen (U+200D)'],
    [{ by: 'post' }, 'address_1 (blank) Enter a postal address, or choose another way to write.'],
    [{ unique_pupil_number: 'B801200005002' }, 'is not a unique pupil number'],
    [{ phone: '12' }, 'phone "12" Enter a phone number with 9 to 15 digits'],
    [{ sections: 'Q' }, 'sections "Q" "Q" is not one of the words of this column. It takes B, F or I.'],
    [{ mediation_result: 'agreed' }, 'mediation_ended_on (blank) Enter this day too: mediation_result is filled in.'],
    [
      { mediation_ended_on: '02/03/2026' },
      'mediation_result (blank) Fill this in: mediation_ended_on says Monday 2 March 2026.',
    ],
    [
      { meeting_fixed_on: '02/03/2026', meeting_on: '17/03/2026', meeting_at: 'noon', meeting_format: 'online' },
      'meeting_at "noon" The time must be a time, like 2:30pm or 14:30.',
    ],
    [{ information_given: 'perhaps', certificate_issued_on: '18/02/2026' }, 'This column takes yes or no.'],
    [{ duties: 'assess' }, 'none is in this row'],
  ])('with %j says why', (changes, why) => {
    expect(problems(changes).join('\n')).toContain(why)
  })

  it('says all that is wrong at once, each at its column and once', () => {
    const found = readRow({ printed_on: 'soon' }, TODAY)
    expect(found.ok ? [] : found.problems.map(({ column }) => column)).toEqual([
      'decision',
      'printed_on',
      'relationship',
      'by',
      'name',
      'child_name',
    ])
  })
})
