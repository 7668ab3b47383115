import type { Complaint } from '../../cases/case.ts'
import {
  COMPLAINT_POINTS,
  type ComplaintBody,
  type ComplaintPoint,
  type ComplaintResult,
} from '../../cases/complaint/closed-words.ts'
import { type ComplaintDates, complaintDates } from '../../cases/complaint-dates.ts'
import type { Sequence } from '../../cases/sequence.ts'
import {
  COMPLAIN_ABOUT_A_COLLEGE,
  COMPLAIN_ABOUT_A_SCHOOL,
  COUNCIL_OMBUDSMAN,
  HEALTH_OMBUDSMAN,
} from '../../guidance/sources.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, type DatePanel, datePanel, heading, list, paragraph, webLink } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { COMPLAINT_BODY_WORDS, COMPLAINT_POINT_WORDS, HEALTH_BODY } from './closed-words.ts'
import { nextDay } from './next-day.ts'
import { whyThisDay } from './reasons.ts'

/** The complaint that the fact `of` made, with its days. */
export function complaintOf(
  of: Sequence,
  situation: MessageSituation,
): { readonly complaint: Complaint; readonly dates: ComplaintDates } {
  const found = situation.subject.complaints.find((one) => one.of === of)
  const complaint = required(found, `the fact ${of} made no complaint`, situation)
  return { complaint, dates: complaintDates(complaint, situation.council.ownTimes.complaintTimes) }
}

const RIGHT_PEOPLE: Readonly<Record<ComplaintBody, string>> = {
  school: 'This can be the teacher, the SENCO or the headteacher.',
  college: 'This can be the tutor, or the person who looks after support for students.',
  council: 'This can be the officer who deals with your case.',
  'health-body': 'This can be the team that gives the care.',
}

/** How one of the factsheet's five points is mended that the complaint does not meet yet. */
export function howToMend(point: ComplaintPoint, { about }: Complaint): string {
  const { toMend } = COMPLAINT_POINT_WORDS[point]
  return point === 'has-spoken-to-the-right-people' ? `${toMend} ${RIGHT_PEOPLE[about]}` : toMend
}

/** The day by which the body says that it has the complaint, by the Ombudsman's Code or its own procedure. */
export function acknowledgementPanel(
  { dates }: ReturnType<typeof complaintOf>,
  { today }: MessageSituation,
): DatePanel {
  return datePanel(
    today > dates.acknowledgeBy
      ? 'You were to hear that your complaint has arrived on or before'
      : 'You should hear that your complaint has arrived on or before',
    formatDate(dates.acknowledgeBy),
    `That is ${dates.acknowledgeWorkingDays} working days after your complaint.`,
  )
}

/** The day for the answer: promised, by the Ombudsman's Code, or by the body's own procedure. It is no day of an Act. */
export function answerPanel(found: ReturnType<typeof complaintOf>, { today }: MessageSituation): DatePanel {
  const { complaint, dates } = found
  return datePanel(
    today > dates.answerBy ? 'You were to have an answer on or before' : 'You should have an answer on or before',
    formatDate(dates.answerBy),
    dates.answerBySource === 'promised'
      ? `${COMPLAINT_BODY_WORDS[complaint.about].begins} promised you this day.`
      : howCounted(dates),
    setBy(found),
  )
}

function howCounted({ answerCount: { workingDays, after } }: ComplaintDates): string {
  return after === 'acknowledgement'
    ? `That is ${workingDays} working days after we told you that we have your complaint.`
    : `That is ${workingDays} working days after your complaint.`
}

/** Who set the day. Neither the Ombudsman's Code nor a body's own procedure is an Act. */
function setBy({ complaint, dates: { answerBySource } }: ReturnType<typeof complaintOf>): string {
  if (answerBySource === 'code') return 'The Ombudsman for councils sets this time in its rules for complaints.'
  return complaint.about === 'council'
    ? 'We set this day ourselves. The law does not.'
    : `${COMPLAINT_BODY_WORDS[complaint.about].begins} sets this day itself. The law does not.`
}

/** Whether an Ombudsman looks at complaints about this body. For a school or a college it is the Department for Education. */
export function goesToAnOmbudsman({ about }: Complaint): boolean {
  return about === 'council' || about === 'health-body'
}

/**
 * Whether the family still hears from us when the answer is late. It hears that once, and silence about a complaint is
 * late by itself: after that day it may have heard already.
 */
export function isStillToldWhenLate(
  { complaint }: ReturnType<typeof complaintOf>,
  situation: MessageSituation,
): boolean {
  const { acknowledged: _, ...silent } = complaint
  return situation.today <= complaintDates(silent, situation.council.ownTimes.complaintTimes).answerBy
}

/** Where to go when the answer does not put it right, or does not come. */
export function whereToGoNext(
  { complaint, dates }: ReturnType<typeof complaintOf>,
  situation: MessageSituation,
): Block[] {
  switch (complaint.about) {
    case 'school':
      return [
        list(
          'Go on to the next step in the complaints procedure of the school. It is on the website of the school.',
          'The governors or trustees of the school look at it after that.',
          'After them you can complain to the Department for Education.',
        ),
        webLink(COMPLAIN_ABOUT_A_SCHOOL.title, COMPLAIN_ABOUT_A_SCHOOL.url),
      ]
    case 'college':
      return [
        list(
          'Go on to the next step in the complaints procedure of the college. It is on the website of the college.',
          'The governors or trustees of the college look at it after that.',
          'After them you can complain to the Department for Education.',
        ),
        webLink(COMPLAIN_ABOUT_A_COLLEGE.title, COMPLAIN_ABOUT_A_COLLEGE.url),
      ]
    case 'council':
      return [
        complaint.stage === 'second'
          ? list('You can go to the Local Government and Social Care Ombudsman now. It is free and independent.')
          : list(
              'Go on to the next step in our complaints procedure. Ask us how.',
              'After that you can go to the Local Government and Social Care Ombudsman. It is free and independent.',
            ),
        ...procedure(situation.council.contacts.complaintPages?.council, 'Our complaints procedure'),
        ...ombudsmanDate(dates, situation),
        paragraph(
          'The Ombudsman does not look at what you could take, or have taken, to the Tribunal.',
          'So if you can appeal about it, appeal.',
        ),
        webLink(COUNCIL_OMBUDSMAN.title, COUNCIL_OMBUDSMAN.url),
      ]
    case 'health-body':
      return [
        list(
          'Ask the health body if its complaints procedure has a next step.',
          'After that you can go to the Parliamentary and Health Service Ombudsman. It is free and independent.',
        ),
        ...procedure(
          situation.council.contacts.complaintPages?.health,
          'How to complain about the integrated care board',
        ),
        ...ombudsmanDate(dates, situation),
        paragraph('The Ombudsman does not look at what you could take, or have taken, to the Tribunal.'),
        webLink(HEALTH_OMBUDSMAN.title, HEALTH_OMBUDSMAN.url),
      ]
  }
}

/** How to complain about one who owes the family something, before there is a complaint. */
export function howToComplain(about: 'council' | 'health-body', { council }: MessageSituation): Block[] {
  const { complaintPages } = council.contacts
  const { to, page, ombudsman, source } = {
    council: {
      to: 'us',
      page: procedure(complaintPages?.council, 'Our complaints procedure'),
      ombudsman: 'the Local Government and Social Care Ombudsman',
      source: COUNCIL_OMBUDSMAN,
    },
    'health-body': {
      to: HEALTH_BODY,
      page: procedure(complaintPages?.health, 'How to complain about the integrated care board'),
      ombudsman: 'the Parliamentary and Health Service Ombudsman',
      source: HEALTH_OMBUDSMAN,
    },
  }[about]
  return [
    heading('If you want to complain'),
    paragraph(
      `Write to ${to} and say that it is a complaint. Say what happened, and what you want to be done.`,
      `If the answer does not put it right, you can go to ${ombudsman}. It is free and independent.`,
    ),
    ...page,
    webLink(source.title, source.url),
  ]
}

function procedure(url: string | undefined, text: string): Block[] {
  return url ? [webLink(text, url)] : []
}

/** Twelve months from the day on which the family became aware (rule D21). A late complaint can still be looked at. */
export function ombudsmanDate({ ombudsman }: ComplaintDates, { today }: MessageSituation): Block[] {
  const { lawDate } = ombudsman
  if (today > lawDate) {
    return [
      datePanel(
        'The 12 months for the Ombudsman ended on',
        formatDate(lawDate),
        'You can still ask. Say why it is late. The Ombudsman can look at it if there are good reasons.',
      ),
      ...whyThisDay(ombudsman, today, 'Why this day for the Ombudsman'),
    ]
  }
  return [
    datePanel(
      'Go to the Ombudsman by',
      formatDate(nextDay(ombudsman, today)),
      'The Ombudsman asks you to come within 12 months of when you knew of the problem.',
    ),
    ...whyThisDay(ombudsman, today, 'Why this day for the Ombudsman'),
  ]
}

/** Of which complaint a message speaks. */
export function youComplained({ madeOn, about, stage }: Complaint): string {
  return `On ${formatDate(madeOn)} you complained to ${COMPLAINT_BODY_WORDS[about].to}${stage === 'second' ? ' again, at the second stage' : ''}.`
}

/** That an answer is late, as far as the council's records show, a sentence each. */
export function noAnswerIsRecorded({ about }: Complaint): string[] {
  return [
    'Our records do not show that you have an answer.',
    'If you have it, tell us.',
    ...(about === 'council' ? ['If not, we are sorry.'] : []),
  ]
}

/** What to do when the day for the answer has gone by. */
export function askForTheAnswer(found: ReturnType<typeof complaintOf>, situation: MessageSituation): Block[] {
  const { about } = found.complaint
  return [
    heading('What to do today'),
    list(
      `Write to ${about === 'council' ? 'us' : COMPLAINT_BODY_WORDS[about].to} and ask for the answer. Give a new day for it.`,
      'Keep a copy of what you write.',
    ),
    heading('If no answer comes'),
    ...(goesToAnOmbudsman(found.complaint)
      ? [paragraph('If it takes too long, you can go to the Ombudsman without an answer.')]
      : []),
    ...whereToGoNext(found, situation),
  ]
}

/** What to do with an answer, and where a family can go that is not content with it. */
export function afterTheAnswer(
  found: ReturnType<typeof complaintOf>,
  result: ComplaintResult,
  situation: MessageSituation,
): Block[] {
  return [
    heading('What to do'),
    list(
      'Read the answer. Check that it is about everything you complained of.',
      ...(result === 'not-upheld'
        ? ['If it gives no reasons, ask for them.']
        : ['Check that it says what will be done, and by when. If not, ask.', 'Check that it is done.']),
    ),
    heading('If you are not content with the answer'),
    ...whereToGoNext(found, situation),
  ]
}

/** Twelve months that end before an answer can be expected are told at once. */
export function ombudsmanBeforeTheAnswer(found: ReturnType<typeof complaintOf>, situation: MessageSituation): Block[] {
  const { complaint, dates } = found
  if (!goesToAnOmbudsman(complaint) || dates.ombudsman.lawDate > dates.answerBy) return []
  return [
    heading('Keep the Ombudsman in mind'),
    paragraph('After the answer you can go to the Ombudsman. Its time is nearly over, so do not wait too long.'),
    ...ombudsmanDate(dates, situation),
  ]
}

/** The factsheet's five points, those that the complaint does not meet yet. */
export function howToMendIt(complaint: Complaint, { council }: MessageSituation): Block[] {
  const missing = COMPLAINT_POINTS.filter((point) => !complaint.points.includes(point))
  if (missing.length === 0) {
    return [
      heading('Your complaint has what it needs'),
      paragraph('It is in writing and clear. It says what you want, and by when. You do not have to do anything now.'),
    ]
  }
  return [
    heading('How to make your complaint stronger'),
    list(...missing.map((point) => howToMend(point, complaint))),
    paragraph(`You can add this at any time. The ${council.contacts.partnershipService.name} can help you.`),
  ]
}
