import { oracle } from '../../law/proof/oracle.ts'
import * as law from '../../law/proof/oracle-of-dispute.ts'
import {
  dayAfter,
  dayBefore,
  daysAfter,
  isProtected,
  isWorkingDay,
  oneMonthAfter,
  tribunalWorkingDaysAfter,
  twoMonthsAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
} from '../../law/proof/plain-days.ts'
import { all, type Check, isDay, type Said } from './checks.ts'
import { allOf, decidedOn, decisionOf, type Known, lastOf, letterOfCase, meetingWithoutResult } from './known-case.ts'
import { decisionLimb, type Wordings } from './wordings.ts'

/** How a day was worked out, line by line. Each line is counted again, from the day that the facts give. */

/** The line counts from one of these days to the day that is so worked out. */
function counts(
  from: string,
  start: (known: Known) => readonly (string | undefined)[],
  count: (day: string) => string,
): Check {
  return all(isDay(from, start), ({ days: [day = '', end = ''], working }) => {
    const right = count(day)
    working.end = right
    working.ends.push(right)
    return end === right ? undefined : `counted from there it is ${right}`
  })
}

/** The line goes on from what the lines before it have worked out. */
function goesOn(what: string, next: (said: Said, known: Known) => string | undefined): Check {
  return (said, known) => {
    const right = next(said, known)
    if (right !== said.days[0]) return `${what} is ${right ?? 'not known'}`
    said.working.end = right
    return undefined
  }
}

const firstWorkingDayFrom = (day: string) => {
  let found = day
  while (isProtected(found) || !isWorkingDay(found)) found = dayAfter(found)
  return found
}
const nextWorkingDay = (day: string) => {
  let found = day
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
}

/** The first is a Saturday: on no other day do a day and the next one count neither, and the day before them does. */
const isWeekend: Check = ({ days: [saturday = '', sunday] }) =>
  new Date(saturday).getUTCDay() === 6 && sunday === dayAfter(saturday) ? undefined : 'these are no Saturday and Sunday'

const doesNotCount: Check = ({ days: [day = ''] }) => (isWorkingDay(day) ? 'it is a working day' : undefined)

/** From here on the days are numbered. */
const from = (what: string, start: (known: Known) => readonly (string | undefined)[]): Check =>
  all(isDay(what, start), ({ days: [day], working }) => {
    if (day !== undefined) working.from = day
    return undefined
  })

const numbered = (number: number, count: (day: string, number: number) => string): Check =>
  goesOn(`day ${number}`, ({ working }) => (working.from === undefined ? undefined : count(working.from, number)))

/** Whatever starts 3 working days: the adviser's for a certificate, and the council's to tell the health body. */
function startsOfThreeDays(known: Known): readonly (string | undefined)[] {
  const {
    law: { dates },
    facts,
  } = known
  const own = facts.flatMap(({ details }) => Object.values(details)).filter((one) => typeof one === 'string')
  const silent = facts.flatMap((fact) =>
    fact.type === 'mediation-chosen' ? [law.firstDayAfterSilence(fact.details.councilToldOn)] : [],
  )
  const ends = [dates.certificate?.last, dates.boardTold?.last]
  const started = [...own, ...silent].filter(
    (day) => /^\d{4}-\d\d-\d\d$/.test(day) && ends.includes(workingDaysAfter(day, 3)),
  )
  return [...started, ...meetingWithoutResult(known)]
}

const startsOfThirtyDays = (known: Known) => [
  ...allOf(known, 'mediation-chosen').map(({ councilToldOn }) => councilToldOn),
  ...allOf(known, 'health-board-told').map(({ boardToldOn }) => boardToldOn),
]
const undertakenOn = (known: Known) => [
  ...allOf(known, 'agreed-later').map(({ agreedOn }) => agreedOn),
  ...[...known.law.duties.values()].flat().map(({ on }) => on),
  ...allOf(known, 'mediation-agreed').map(({ concludedOn }) => concludedOn),
  ...allOf(known, 'mediation-partly-agreed').map(({ concludedOn }) => concludedOn),
]
const certificates = (known: Known) => allOf(known, 'certificate-issued').map(({ issuedOn }) => issuedOn)

const requests = (known: Known) => [decisionOf(known).requestReceivedOn].flatMap((day) => day ?? [])

const WEEKS = [1, 2, 5, 10, 11, 14]

export const WORKINGS: Wordings = [
  [counts('the day of the decision', (known) => [decidedOn(known)], twoMonthsAfter), '2 months after {day} is {day}'],
  [from('the day of the decision', (known) => [decidedOn(known)]), '2 months after {day} ends in {any}'],
  [from('the date of the certificate', certificates), '1 month after the certificate date, {day}, ends in {any}'],
  [
    counts('the date of the certificate', certificates, oneMonthAfter),
    '1 month after the certificate date, {day}, is {day}',
  ],
  [
    ({ days: [day], working }) => {
      const start = working.from ?? ''
      const right = [twoMonthsAfter(start), oneMonthAfter(start)].find((one) => one === day)
      if (right === undefined) return `it is not the end of a month from ${start}`
      working.end = right
      working.ends.push(right)
      return undefined
    },
    '{any} has no {any} day, so the time ends on its last day: {day}',
  ],
  ...[16, 20].map((weeks): Wordings[number] => [
    counts('the day of the request', requests, (day) => daysAfter(day, 7 * weeks)),
    `${weeks} weeks after {day} is {day}`,
  ]),
  ...WEEKS.map((weeks): Wordings[number] => [
    counts('the day of the agreement or order', undertakenOn, (day) => daysAfter(day, 7 * weeks)),
    `${weeks} week${weeks === 1 ? '' : 's'} after {day} is {day}`,
  ]),
  [
    counts('the day from which the 30 days run', startsOfThirtyDays, (day) => daysAfter(day, 30)),
    '30 days after {day} is {day}',
  ],
  [
    goesOn('the end counted from the request', (_said, known) => {
      const asked = allOf(known, 'mediation-chosen').at(-1)?.providerAskedOn
      return asked && daysAfter(asked, 30)
    }),
    'Counted from that day, the time ends on {day}',
  ],
  [
    goesOn('the later day', ({ working: { ends } }) => [...ends].sort().at(-1)),
    'The later of the two days counts: {day}',
  ],
  [
    goesOn('the next working day', ({ working: { end } }) => end && nextWorkingDay(end)),
    'That day is {any}, so the time ends on the next working day: {day}',
    'So the time ends on the next working day: {day}',
  ],
  [
    goesOn('the first working day after the protected time', ({ working: { end } }) => end && firstWorkingDayFrom(end)),
    'That day is in August, so the time ends on the first working day of September: {day}',
    'So the time ends on the first working day after 1 January: {day}',
  ],
  [isWeekend, '{day} and {day} do not count: they are a weekend'],
  [doesNotCount, '{day} does not count: it is {any}'],
  [
    from('what starts the 3 working days', startsOfThreeDays),
    'The time is 3 working days, counted from the day after {day}',
  ],
  ...[1, 2, 3].map((number): Wordings[number] => [numbered(number, workingDaysAfter), `Day ${number} is {day}`]),
  [
    from('the day on which the Tribunal sent the appeal', (known) =>
      allOf(known, 'appeal-registered').map(({ sentToCouncilOn }) => sentToCouncilOn),
    ),
    'The time is 30 Tribunal working days, counted from the day after {day}',
  ],
  [numbered(30, tribunalWorkingDaysAfter), 'Day 30 is {day}'],
  [
    from('the day on which the family knew', (known) => allOf(known, 'complaint-made').map(({ awareOn }) => awareOn)),
    'The time is 12 months, and {day} counts as its first day',
  ],
  [
    goesOn('the last of the 12 months', ({ working }) =>
      working.from === undefined ? undefined : law.ombudsmanDate(working.from).last,
    ),
    'So its last day is {day}',
  ],
  [
    from('the day of the meeting', (known) =>
      [...allOf(known, 'meeting-arranged'), ...allOf(known, 'meeting-moved')].map(({ meetingOn }) => meetingOn),
    ),
    '5 whole working days must lie before the meeting on {day}',
  ],
  ...[1, 2, 3, 4, 5].map((number): Wordings[number] => [
    numbered(number, (day) => workingDaysAfter(day, -number)),
    `Counting back, day ${number} is {day}`,
  ]),
  [
    goesOn(
      'the day for the notice',
      ({ working: { from: meetingOn } }) => meetingOn && law.meetingNoticeDate(meetingOn).last,
    ),
    'So the notice must be given on or before the working day before those: {day}',
  ],
  [
    // The day in a letter of the Tribunal is counted from nothing.
    either(
      goesOn('the working day before', ({ working: { end } }) => end && workingDayOnOrBefore(dayBefore(end))),
      isDay('the working day before the response in a letter', (known) =>
        responsesInLetters(known).map((day) => workingDayOnOrBefore(dayBefore(day))),
      ),
    ),
    'Aim for the working day before: {day}',
  ],
  // The day to aim for where the last day was moved: the working day before the day that was counted.
  [isDay('the day to aim for', (known) => [known.law.dates.appeal?.aim, known.law.decisionLimbAim]), 'Aim for {day}'],
  [
    all(
      isDay('the date of the letter', (known) => letterOfCase(known)?.printedOn),
      isDay('the day on which it was sent', (known) => letterOfCase(known)?.sentOn, 1),
    ),
    'The decision letter is dated {day} and was sent on {day}',
  ],
  [
    ({ days: [day], sentence: { under } }, known) => {
      const [issuedOn] = certificates(known)
      const right = under.includes('one month')
        ? issuedOn && oracle({ decision: '2020-01-01', certificate: issuedOn, placementOnly: false }).certificateLimb
        : decisionLimb(known)
      return day === right ? undefined : `this limit ends on ${right}`
    },
    'This limit ends at 5pm on {day}',
  ],
  [
    isDay('the day for the response in a letter of the Tribunal', (known) => [
      lastOf(known, 'timetable-set')?.response ?? lastOf(known, 'appeal-registered')?.responseDueOn,
    ]),
    'The registration letter from the Tribunal gives {day}',
  ],
]

function responsesInLetters(known: Known): readonly string[] {
  const { response } = lastOf(known, 'timetable-set') ?? {}
  const { responseDueOn } = lastOf(known, 'appeal-registered') ?? {}
  return [response, responseDueOn].filter((day) => day !== undefined)
}

/** One of two is so. */
function either(one: Check, other: Check): Check {
  return (said, known) => {
    // What the first reads of a working is kept for the lines below it.
    const problem = one(said, known)
    return problem === undefined || other(said, known) === undefined ? undefined : problem
  }
}
