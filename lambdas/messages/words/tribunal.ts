import type { LetGoAhead, TribunalDecision } from '../../cases/tribunal/closed-words.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, required, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealLink, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { appealStanding } from '../passages/appeal-standing.ts'
import { TRIBUNAL_DECISION_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingStillStands } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'
import {
  ASK_FOR_ADVICE_SOON,
  furtherAppeal,
  responsePanel,
  rightsAfterAnAppeal,
  stillOpenBesideTheAppeal,
} from '../passages/tribunal.ts'
import type { SomeWords } from './message-words.ts'

/** An appeal at the Tribunal, in the order in which it goes. */
export const TRIBUNAL_WORDS = {
  'appeal-at-tribunal': appealAtTribunal,
  'council-has-responded': councilHasResponded,
  'response-overdue': responseOverdue,
  'council-does-not-oppose': councilDoesNotOppose,
  'appeal-taken-back': appealTakenBack,
  'what-the-tribunal-decided': whatTheTribunalDecided,
} satisfies SomeWords

/** The Tribunal aims to answer in 10 working days (its own practice, not a time limit in law). */
const USUAL_ANSWER_WORKING_DAYS = 10

/** The Tribunal has the appeal: what it and the council do next and by when, and what else stays open. */
function appealAtTribunal(situation: SituationOfFact): MessageWords {
  const { dates, today } = situation
  const { receivedOn, letGoAhead } = required(situation.subject.appeal, 'no appeal is recorded', situation)
  const answerBy = addWorkingDays(receivedOn, USUAL_ANSWER_WORKING_DAYS)
  const isAnswerOverdue = !dates.response && today > answerBy
  const isLate = appealStanding(situation.subject, dates)?.isLate ?? false
  return {
    subject:
      dates.response && today <= dates.response.lawDate
        ? `The Tribunal has your appeal: we must send our response by ${formatDate(dates.response.lawDate)}`
        : `The Tribunal has had your appeal since ${formatDate(receivedOn)}: what happens next`,
    preheader: 'What the Tribunal does next, what we must do, and who can help you.',
    title: 'The Tribunal has your appeal',
    blocks: [
      paragraph(
        `The Tribunal received your appeal on ${formatDate(receivedOn)}.`,
        isAnswerOverdue ? 'If the Tribunal has not written to you yet, ask it.' : 'You do not have to do anything now.',
      ),
      aboutTheDecision(situation),
      ...ifItIsLate(letGoAhead ?? (isLate ? 'not-yet' : undefined), isLate),
      ...(dates.response ? ourResponse(dates.response, situation) : answerOfTheTribunal(answerBy, isAnswerOverdue)),
      heading('What happens next'),
      list(
        'The Tribunal writes to you and to us with the dates of the case. Keep to the dates in its letter.',
        'We must send the Tribunal our response. It says what we think of your appeal, and why.',
        'You get a copy of what we send.',
        'The Tribunal looks at both sides and decides.',
      ),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}

/** An appeal that is late, or has no certificate though it needs one, goes ahead if a judge lets it. */
function ifItIsLate(letGoAhead: LetGoAhead | undefined, isLate: boolean): Block[] {
  switch (letGoAhead) {
    case undefined:
      return []
    case 'yes':
      return [heading('Your appeal goes ahead'), paragraph('The Tribunal has let your appeal go ahead.')]
    case 'not-yet':
      return isLate
        ? [
            heading('Your appeal may count as late'),
            paragraph('A judge decides if it can go ahead. The Tribunal may ask you for more about why it was late.'),
          ]
        : [
            heading('A judge decides if your appeal goes ahead'),
            paragraph('The Tribunal may ask you for your mediation certificate, or why you have none.'),
          ]
  }
}

function ourResponse(response: Deadline, situation: SituationOfFact): Block[] {
  return [responsePanel(response, situation), ...whyThisDay(response, situation.today)]
}

/** While the Tribunal's letter is not there, nobody knows by when the council has to respond. */
function answerOfTheTribunal(answerBy: CalendarDate, isOverdue: boolean): Block[] {
  return [
    datePanel(
      isOverdue ? 'The Tribunal aimed to write to you by' : 'The Tribunal aims to write to you by',
      formatDate(answerBy),
      isOverdue ? 'It may have written to you already.' : 'If you hear nothing, ask the Tribunal.',
    ),
    heading('Why this day'),
    paragraph(
      `The Tribunal aims to answer within ${USUAL_ANSWER_WORKING_DAYS} working days of having your appeal.`,
      'It can take longer.',
    ),
  ]
}

/** The Tribunal has both sides. */
function councilHasResponded(situation: SituationOfFact): MessageWords {
  const { sentOn } = detailsOf(situation, 'response-sent')
  return {
    subject: `We sent the Tribunal our response on ${formatDate(sentOn)}: what happens next`,
    preheader: 'What to look for in our response, and what the Tribunal does next.',
    title: 'The Tribunal has our response to your appeal',
    blocks: [
      paragraph(
        `We sent the Tribunal our response to your appeal on ${formatDate(sentOn)}.`,
        'You get a copy. If you do not have it, ask us for it.',
      ),
      aboutTheDecision(situation),
      ...late(situation, sentOn),
      heading('What to do'),
      list(
        'Read our response. Write down what is not right in it.',
        'Look in the letters of the Tribunal for the dates by which it wants more from you.',
        'Collect what helps your case, for example letters from the school or from a doctor.',
      ),
      heading('What happens next'),
      list(
        'The Tribunal may ask you or us for more.',
        'It tells you if there is a hearing, and when. You can bring someone to help you.',
        'It looks at both sides and decides. It writes to you.',
      ),
      ...meetingStillStands(situation),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}

function late({ dates }: SituationOfFact, sentOn: string): Block[] {
  const { response } = dates
  if (!response || sentOn <= response.lawDate) return []
  return [
    heading('Our response was late'),
    paragraph(
      `We had to send it by 5pm on ${formatDate(response.lawDate)}. We are sorry.`,
      'The Tribunal decides if it looks at it all the same.',
    ),
  ]
}

/** The council's response is late, as far as its records show. What follows is for the Tribunal to say (rule 8). */
function responseOverdue(situation: SituationOfFact): MessageWords {
  const response = required(situation.dates.response, 'the response has no day', situation)
  const { today, council } = situation
  const day = formatDate(response.lawDate)
  return {
    subject: `Our response to your appeal was due by ${day}: what you can do`,
    preheader: 'Your appeal goes on. What the Tribunal can do, and what you can do.',
    title: 'Our response to your appeal is late',
    blocks: [
      paragraph(
        'We had to send the Tribunal our response to your appeal. Our records do not show that we did.',
        'We are sorry. Your appeal goes on.',
      ),
      aboutTheDecision(situation),
      responsePanel(response, situation),
      ...whyThisDay(response, today),
      heading('What happens next'),
      list(
        'The Tribunal says what follows. It can order us to respond.',
        'It can also stop us from taking part, and decide without our side.',
        `We have passed it to ${council.contacts.officer.name} today.`,
      ),
      heading('What to do'),
      list(
        'If you have a copy of our response, tell us. Then you do not have to do anything.',
        'If not, you can write to the Tribunal. Say that you have no response, and ask what it will do.',
        'Go on with your side. Keep to the dates in the letters of the Tribunal.',
      ),
      stillOpenBesideTheAppeal(),
      appealLink('About appeals and how to reach the Tribunal (GOV.UK)'),
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
      paragraph(
        `On ${day} we told the Tribunal that we do not oppose your appeal.`,
        'In law your appeal then counts as decided for you.',
      ),
      aboutTheDecision(situation),
      heading('What happens next'),
      list(
        'The Tribunal writes to you. There is no hearing about this.',
        duties.length > 0
          ? 'We tell you in another message what we must do, and by which day.'
          : 'We must do what your appeal asked for. Ask us by which day, and why.',
      ),
      heading('What to do'),
      list(
        'Check that this is all that you appealed about. If something is left, tell the Tribunal at once.',
        'Keep the letter of the Tribunal.',
        'If we do not do what we must by its day, tell us. You can also complain.',
      ),
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
      paragraph(
        `Our records show that your appeal was withdrawn on ${day}. So the appeal has ended.`,
        'If this is not right, tell the Tribunal and us today.',
      ),
      aboutTheDecision(situation),
      heading('If you and we agreed on something'),
      paragraph(
        'Ask us for it in writing, with a day for each thing.',
        'If something is not done by its day, tell us. You can also complain.',
      ),
      heading('If you change your mind'),
      paragraph('You can ask the Tribunal to open your appeal again. A judge decides.', ASK_FOR_ADVICE_SOON),
      ...rightsAfterAnAppeal(),
      appealLink('How to reach the Tribunal (GOV.UK)'),
      ...whoCanHelp(situation),
    ],
  }
}

/** What comes next, besides what the council must do. */
const NEXT: Readonly<Record<TribunalDecision, (situation: SituationOfFact) => readonly Block[]>> = {
  'decided-for-appellant': furtherAppeal,
  'decided-in-part': furtherAppeal,
  'decided-for-council': () => [...furtherAppeal(), ...rightsAfterAnAppeal()],
  'consent-order': () => [],
  'struck-out': () => [...askAgain(), ...rightsAfterAnAppeal()],
  'not-registered': sendItAgain,
}

/** The Tribunal has ended the appeal: what that means, what the council must do, and what the family can still do. */
function whatTheTribunalDecided(situation: SituationOfFact): MessageWords {
  const { decidedOn, decision, duties } = detailsOf(situation, 'appeal-decided')
  const day = formatDate(decidedOn)
  const { title, meaning } = TRIBUNAL_DECISION_WORDS[decision]
  return {
    subject: `The Tribunal wrote on ${day} about your appeal: what to do next`,
    preheader: 'What it means, what we must do, and what you can do.',
    title,
    blocks: [
      paragraph(`The letter of the Tribunal is dated ${day}. ${meaning}`, 'If we have this wrong, tell us today.'),
      aboutTheDecision(situation),
      ...whatWeMustDo(decision, duties.length > 0),
      ...NEXT[decision](situation),
      ...whoCanHelp(situation),
    ],
  }
}

const LEADS_TO_AN_ORDER: readonly TribunalDecision[] = ['decided-for-appellant', 'decided-in-part', 'consent-order']

function whatWeMustDo(decision: TribunalDecision, hasDuties: boolean): Block[] {
  if (!hasDuties && !LEADS_TO_AN_ORDER.includes(decision)) return []
  return [
    heading('What we must do'),
    hasDuties
      ? paragraph('We tell you in another message what must be done, by which day and why.')
      : paragraph('The order says what we must do, and by when. If you do not have it, ask the Tribunal or us.'),
    list(
      'Keep the order. Check that each thing is done by its day.',
      'If something is not done, tell us. You can also complain.',
    ),
  ]
}

function askAgain(): Block[] {
  return [
    heading('If you want your appeal to go on'),
    paragraph('You can ask the Tribunal to open your appeal again. Say why. A judge decides.', ASK_FOR_ADVICE_SOON),
    appealLink('How to reach the Tribunal (GOV.UK)'),
  ]
}

/** The appeal has not been made yet in the eyes of the Tribunal, so its time runs. */
function sendItAgain(situation: SituationOfFact): Block[] {
  const isLate = !appealIsInTime(situation) || situation.dates.appeal.lateContact
  return [
    heading('What to do'),
    paragraph('Read the letter. Send your appeal again with what was missing. You can still appeal.'),
    ...appealDay(situation),
    ...(isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}
