import type { TribunalDecision } from '../../cases/tribunal/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { aboutDeadlinesFile, deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import {
  aboutTheTribunal,
  afterOurResponse,
  answerOfTheTribunal,
  beforeOurResponse,
  ifItIsLate,
  ifOurResponseWasLate,
  isAnswerOverdue,
  ourResponse,
  ourResponseIsLate,
  ourResponseIsThere,
  weResponded,
  withoutOurResponse,
} from '../passages/appeal-at-tribunal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import {
  afterConceding,
  afterTheDecision,
  afterWithdrawing,
  furtherAppealNow,
  keepTheOrder,
  leadsToAnOrder,
  letterOfTheTribunal,
  openAgain,
  READ_AND_SEND_AGAIN,
  THE_ORDER_SAYS,
  WE_MUST_DO_WHAT_YOU_ASKED,
  wasWithdrawn,
  weDoNotOppose,
} from '../passages/appeal-outcome.ts'
import { sectionWords, TRIBUNAL_DECISION_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { responseInTimeAfterAll } from '../passages/in-time-after-all.ts'
import { meetingStillStands } from '../passages/meeting.ts'
import { agreedTo, promised, promisedBy } from '../passages/promises.ts'
import { daysInWords, hearingInWords } from '../passages/timetable.ts'
import { caseToldBefore } from '../passages/told-before.ts'
import { stillOpenBesideTheAppeal } from '../passages/tribunal.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { always, any, lastDay, noDay } from './of-no-use.ts'

const hasResponded: NoUse = ({ subject }) => (subject.response ? 'done' : undefined)

/** The message that tells how an appeal ended, of the end that stands. */
const appealEndedBy: NoUse = ({ subject }, about) =>
  subject.appealEnded?.sequence === about ? undefined : 'appeal-made'

const isLaterStep: NoUse = ({ subject }, about) =>
  subject.furtherAppeal?.sequence === about && subject.appealEnded ? undefined : 'told-by-another'

const appealEnded: NoUse = ({ subject }) => (subject.appealEnded ? 'appeal-ended' : undefined)

/** A later letter of the Tribunal takes the place of the one before. */
const timetableIsOld: NoUse = ({ subject }, about) =>
  subject.timetable?.sequence === about ? undefined : 'told-by-another'

const evidenceIsPast: NoUse = ({ subject, today }) => {
  const evidence = subject.timetable?.days.evidence
  return evidence && today <= evidence ? undefined : 'time-is-over'
}

/** An appeal at the Tribunal, in the order in which it goes. */
export const TRIBUNAL_MESSAGES = {
  'council-has-given-in': { write: councilHasGivenIn, noUse: appealEnded, callsPast: noDay },
  'appeal-open-again': { write: appealOpenAgain, noUse: appealEnded, callsPast: noDay },
  'to-the-upper-tribunal': { write: toTheUpperTribunal, noUse: isLaterStep, callsPast: noDay },
  'appeal-at-tribunal': { write: appealAtTribunal, noUse: appealEnded, callsPast: noDay },
  'council-has-responded': { write: councilHasResponded, noUse: appealEnded, callsPast: noDay },
  'response-overdue': { write: responseOverdue, noUse: any(appealEnded, hasResponded), callsPast: lastDay('response') },
  'tribunal-timetable': { write: tribunalTimetable, noUse: any(appealEnded, timetableIsOld), callsPast: noDay },
  'evidence-closing': {
    write: evidenceClosing,
    noUse: any(appealEnded, timetableIsOld, evidenceIsPast),
    callsPast: noDay,
  },
  'council-does-not-oppose': { write: councilDoesNotOppose, noUse: always, callsPast: noDay },
  'appeal-taken-back': { write: appealTakenBack, noUse: appealEndedBy, callsPast: noDay },
  'what-the-tribunal-decided': { write: whatTheTribunalDecided, noUse: appealEndedBy, callsPast: noDay },
} satisfies SomeMessages

/** The Tribunal has the appeal: what it and the council do next and by when, and what else stays open. */
function appealAtTribunal(situation: SituationOfFact): MessageWords {
  const { subject, dates, today } = situation
  const { receivedOn } = required(subject.appeal, 'no appeal is recorded', situation)
  return {
    subject:
      dates.response && !subject.response && today <= dates.response.lawDate
        ? `The Tribunal has your appeal: we must send our response by ${formatDate(dates.response.lawDate)}`
        : `The Tribunal has had your appeal since ${formatDate(receivedOn)}: what happens next`,
    preheader: 'What the Tribunal does next, what we must do, and who can help you.',
    title: 'The Tribunal has your appeal',
    blocks: [
      paragraph(
        `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
        isAnswerOverdue(situation, receivedOn)
          ? 'If the Tribunal has not written to you yet, ask it.'
          : 'You do not have to do anything now.',
      ),
      aboutTheDecision(situation),
      ...ifItIsLate(situation),
      ...(subject.response
        ? ourResponseIsThere(subject.response.sentOn, situation)
        : untilOurResponse(situation, receivedOn)),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

function untilOurResponse(situation: SituationOfFact, receivedOn: CalendarDate): Block[] {
  const { response } = situation.dates
  return [
    ...(response ? ourResponse(response, situation) : answerOfTheTribunal(situation, receivedOn)),
    ...beforeOurResponse(),
  ]
}

/** The Tribunal has both sides. */
function councilHasResponded(situation: SituationOfFact): MessageWords {
  const { sentOn } = detailsOf(situation, 'response-sent')
  const before = caseToldBefore(situation)
  return {
    subject: `We sent the Tribunal our response on ${formatDate(sentOn)}: what happens next`,
    preheader: 'What to look for in our response, and what the Tribunal does next.',
    title: 'The Tribunal has our response to your appeal',
    blocks: [
      paragraph(...weResponded(sentOn)),
      aboutTheDecision(situation),
      ...ifOurResponseWasLate(situation, sentOn),
      ...(before ? responseInTimeAfterAll(before, situation) : []),
      ...afterOurResponse(),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

/** The council's response is late, as far as its records show. What follows is for the Tribunal to say (rule 8). */
function responseOverdue(situation: SituationOfFact): MessageWords {
  const response = required(situation.dates.response, 'the response has no day', situation)
  const { council } = situation
  const day = formatDate(response.lawDate)
  return {
    subject: `Our response to your appeal was due by ${day}: what you can do`,
    preheader: 'Your appeal goes on. What the Tribunal can do, and what you can do.',
    title: 'Our response to your appeal is late',
    blocks: [
      paragraph(...ourResponseIsLate()),
      aboutTheDecision(situation),
      ...ourResponse(response, situation),
      heading('What happens next'),
      list(
        'The Tribunal says what follows. It can order us to respond.',
        'It can also stop us from taking part, and decide without our side.',
        `We have passed it to ${council.contacts.officer.name} today.`,
      ),
      ...withoutOurResponse(),
      stillOpenBesideTheAppeal(),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

/** The Tribunal's letter decides; this message only carries its days. */
function tribunalTimetable(situation: SituationOfFact): MessageWords {
  const { setOn, evidence } = detailsOf(situation, 'timetable-set')
  const { today } = situation
  const timetable = required(situation.subject.timetable, 'the Tribunal has set no days', situation)
  const isAnotherLetter = situation.subject.facts.some(
    ({ type, sequence }) => type === 'timetable-set' && sequence !== timetable.sequence,
  )
  const { calendar } = deadlineEntries(situation)
  return {
    subject:
      evidence && today <= evidence
        ? `The days of your appeal: the last day for evidence is ${formatDate(evidence)}`
        : `The letter of the Tribunal of ${formatDate(setOn)}: the days of your appeal`,
    preheader: 'Every day that the Tribunal has set, and what to do.',
    title: 'The days of your appeal',
    blocks: [
      paragraph(
        `The Tribunal set these days in its letter of ${formatDate(setOn)}.`,
        isAnotherLetter ? 'They take the place of the days that we told you before.' : 'They are for you and for us.',
      ),
      aboutTheDecision(situation),
      list(...daysInWords(timetable)),
      ...hearingInWords(timetable).map((sentence) => paragraph(sentence)),
      heading('What to do'),
      list(
        'Look at the letter of the Tribunal. It decides. If a day is different there, keep to the letter and tell us.',
        'Send the Tribunal by the day for evidence all that you want it to read.',
        'If you cannot keep a day, ask the Tribunal for another day before it. It may say no.',
      ),
      ...(calendar ? [aboutDeadlinesFile()] : []),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
    ...(calendar && { calendar }),
  }
}

/** Two weeks before the last day for evidence. */
function evidenceClosing(situation: SituationOfFact): MessageWords {
  const timetable = required(situation.subject.timetable, 'the Tribunal has set no days', situation)
  const evidence = required(timetable.days.evidence, 'there is no day for evidence', situation)
  const day = formatDate(evidence)
  return {
    subject: `Your appeal: send the Tribunal your evidence by ${day}`,
    preheader: 'What counts as evidence, and what to do if you need longer.',
    title: 'Your evidence for the Tribunal',
    blocks: [
      datePanel('The Tribunal must have your evidence by', day),
      heading('Why this day'),
      paragraph(`The Tribunal set this day in its letter of ${formatDate(timetable.setOn)}.`),
      aboutTheDecision(situation),
      heading('What to do'),
      list(
        'Collect what helps your case, for example letters from the school or from a doctor.',
        'Send it to the Tribunal, and a copy to us.',
        'If you have sent all of it, you do not have to do anything.',
        'If you need longer, ask the Tribunal before that day, and say why. It may say no.',
      ),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

/** The council gave in without an order, so that none of the usual times after an appeal applies (J21, J22). */
function councilHasGivenIn(situation: SituationOfFact): MessageWords {
  const { gaveInOn, extent, sections = [], duties, promisedDate } = detailsOf(situation, 'council-gave-in')
  const isPart = extent === 'part'
  return {
    subject: `On ${formatDate(gaveInOn)} we agreed to ${isPart ? 'a part of ' : ''}your appeal: keep it open for now`,
    preheader: 'What we promised, why it is not an order, and what to do.',
    title: isPart ? 'We agreed to a part of what you ask for' : 'We agreed to what you ask for',
    blocks: [
      paragraph(agreedTo(gaveInOn, extent), 'The Tribunal has made no order about it.'),
      aboutTheDecision(situation),
      ...(sections.length > 0 ? [paragraph('It is about:'), list(...sectionWords(sections))] : []),
      heading('What we promised'),
      ...(duties.length > 0 ? [list(...duties.map(promised))] : []),
      paragraph(
        promisedDate ? promisedBy(promisedDate) : 'We named no day. Ask us for one in writing.',
        'It is a promise. No order has been made, so the usual times after an appeal may not apply.',
      ),
      heading('What to do'),
      list(
        'Keep your appeal open until you have the final plan or an order of the Tribunal.',
        'Go on getting ready. Every day in the letters of the Tribunal still counts.',
        ...(isPart ? ['Your appeal goes on about the rest.'] : []),
        'Ask us to ask the Tribunal for a consent order together with you. What an order says we must do.',
        'Think before you take your appeal back: then only our promise is left.',
      ),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

/** What ended the appeal does not stand any more. It gives the family no new time to appeal, and needs no new appeal (J36). */
function appealOpenAgain(situation: SituationOfFact): MessageWords {
  const { of, setAsideOn, how } = detailsOf(situation, 'decision-set-aside')
  const wasOrdered = situation.subject.undertakings.some((one) => one.of === of)
  return {
    subject: `Your appeal is open again since ${formatDate(setAsideOn)}: you do not have to appeal again`,
    preheader: 'What happened, what it means for the order, and what comes next.',
    title: 'Your appeal is open again',
    blocks: [
      paragraph(openAgain(setAsideOn, how), 'So your appeal is open again.'),
      aboutTheDecision(situation),
      heading('What this means'),
      list(
        'You do not have to appeal again. You do not need another certificate.',
        'The Tribunal writes to you with the next days. The days in its letter count.',
        ...(wasOrdered
          ? ['We do not have to do now what the Tribunal ordered. Ask the Tribunal if you think that we must.']
          : []),
        'If your letter from the Tribunal says something else, follow your letter and tell us.',
      ),
      aboutTheTribunal(),
      ...whoCanHelp(situation),
    ],
  }
}

/** A step on the way to the Upper Tribunal, which stops nothing that was ordered. */
function toTheUpperTribunal(situation: SituationOfFact): MessageWords {
  const further = detailsOf(situation, 'further-appeal')
  const { of, step, stepOn } = further
  const wasOrdered = situation.subject.undertakings.some((one) => one.of === of)
  return {
    subject: `The decision of the Tribunal, and the Upper Tribunal: news of ${formatDate(stepOn)}`,
    preheader: 'What happened, what stays as it is, and what to do.',
    title: 'About a further appeal',
    blocks: [
      ...furtherAppealNow(further, situation.today),
      aboutTheDecision(situation),
      heading('What stays as it is'),
      list(
        step === 'decision-stands'
          ? 'The decision stays as it was.'
          : 'Until a judge says something else, the decision stands.',
        ...(wasOrdered ? ['We must still do what the Tribunal ordered, by its day.'] : []),
        'You do not have to appeal again.',
      ),
      heading('What to do'),
      list(
        'Read every letter that comes, and answer by the day that it gives.',
        'The Upper Tribunal is about mistakes in law. So ask for advice.',
      ),
      ...whoCanHelp(situation),
    ],
  }
}

/** The council does not oppose the appeal: in law it is decided for the family (SEND Regulations 2014, regulation 45). */
function councilDoesNotOppose(situation: SituationOfFact): MessageWords {
  const { concededOn, duties } = detailsOf(situation, 'appeal-conceded')
  const day = formatDate(concededOn)
  return {
    subject: `We told the Tribunal on ${day} that we do not oppose your appeal`,
    preheader: 'What this means for you, and what we must do now.',
    title: 'We do not oppose your appeal',
    blocks: [
      weDoNotOppose(concededOn),
      aboutTheDecision(situation),
      heading('What happens next'),
      list(
        'The Tribunal writes to you. There is no hearing about this.',
        duties.length > 0
          ? 'We tell you in another message what we must do, and by which day.'
          : WE_MUST_DO_WHAT_YOU_ASKED,
      ),
      ...afterConceding(),
      ...whoCanHelp(situation),
    ],
  }
}

/** The family took its appeal back. Whoever changes its mind can ask the Tribunal to reinstate it (rule 17(4)). */
function appealTakenBack(situation: SituationOfFact): MessageWords {
  const { withdrawnOn } = detailsOf(situation, 'appeal-withdrawn')
  const day = formatDate(withdrawnOn)
  return {
    subject: `Your appeal was withdrawn on ${day}: the rights that you still have`,
    preheader: 'What to do if this is not right, or if you change your mind.',
    title: 'Your appeal was withdrawn',
    blocks: [
      wasWithdrawn(withdrawnOn),
      aboutTheDecision(situation),
      ...afterWithdrawing(withdrawnOn, situation.today),
      ...whoCanHelp(situation),
    ],
  }
}

/** The Tribunal has ended the appeal: what that means, what the council must do, and what the family can still do. */
function whatTheTribunalDecided(situation: SituationOfFact): MessageWords {
  const { decidedOn, decision, duties } = detailsOf(situation, 'appeal-decided')
  const day = formatDate(decidedOn)
  const { title } = TRIBUNAL_DECISION_WORDS[decision]
  return {
    subject: `The Tribunal wrote on ${day} about your appeal: what to do next`,
    preheader: 'What it means, what we must do, and what you can do.',
    title,
    blocks: [
      letterOfTheTribunal(decidedOn, decision),
      aboutTheDecision(situation),
      ...whatWeMustDo(decision, duties.length > 0),
      ...(decision === 'not-registered'
        ? sendItAgain(situation)
        : afterTheDecision(decision, decidedOn, situation.today)),
      ...whoCanHelp(situation),
    ],
  }
}

function whatWeMustDo(decision: TribunalDecision, hasDuties: boolean): Block[] {
  if (!hasDuties && !leadsToAnOrder(decision)) return []
  return [
    heading('What we must do'),
    hasDuties
      ? paragraph('We tell you in another message what must be done, by which day and why.')
      : paragraph(THE_ORDER_SAYS),
    keepTheOrder(),
  ]
}

/** The appeal has not been made yet in the eyes of the Tribunal, so its time runs. */
function sendItAgain(situation: SituationOfFact): Block[] {
  const isLate = !appealIsInTime(situation) || situation.dates.appeal.lateContact
  return [
    heading('What to do'),
    paragraph(READ_AND_SEND_AGAIN),
    ...appealDay(situation),
    ...(isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}
