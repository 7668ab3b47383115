import type { Complaint } from '../../cases/case.ts'
import { complaintDates } from '../../cases/complaint-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { COMPLAINT_BODY_WORDS, COMPLAINT_RESULT_WORDS } from '../passages/closed-words.ts'
import {
  acknowledgementPanel,
  afterTheAnswer,
  answerPanel,
  askForTheAnswer,
  complaintOf,
  howToMendIt,
  isStillToldWhenLate,
  noAnswerIsRecorded,
  ombudsmanBeforeTheAnswer,
  youComplained,
} from '../passages/complaint.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import type { CallsPast, NoUse, SomeMessages } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'

const complaintAnswered: NoUse = ({ subject }, about) =>
  subject.complaints.some(
    ({ of, acknowledged, answered }) => answered && (of === about || acknowledged?.sequence === about),
  )
    ? 'done'
    : undefined

const answerToComplaint: CallsPast = ({ subject, ownTimes }, about) => {
  const complaint = subject.complaints.find(({ of }) => of === about)
  return complaint && complaintDates(complaint, ownTimes.complaintTimes).answerBy
}

/** A complaint, in the order in which it goes. */
export const COMPLAINT_MESSAGES = {
  'complaint-recorded': { write: complaintRecorded, noUse: complaintAnswered, callsPast: noDay },
  'complaint-received': { write: complaintReceived, noUse: complaintAnswered, callsPast: noDay },
  'complaint-overdue': { write: complaintOverdue, noUse: complaintAnswered, callsPast: answerToComplaint },
  'complaint-outcome': { write: complaintOutcome, noUse: always, callsPast: noDay },
} satisfies SomeMessages

/** A complaint was made: who has it, by when it is answered, and what would make it stronger. */
function complaintRecorded(situation: SituationOfFact): MessageWords {
  const found = complaintOf(situation.about, situation)
  const { complaint } = found
  const day = formatDate(complaint.madeOn)
  return {
    subject: `Your complaint of ${day}: who has it and what happens next`,
    preheader: 'By when you can expect an answer, and what can make your complaint stronger.',
    title: 'We have noted your complaint',
    blocks: [
      paragraph(youComplained(complaint), whoHasIt(complaint)),
      aboutTheCase(situation),
      ...byWhen(found, situation),
      ...howToMendIt(complaint, situation),
      ...ombudsmanBeforeTheAnswer(found, situation),
      heading('You can use more than one way'),
      paragraph('You can complain and still use mediation, disagreement resolution or an appeal.'),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}

function whoHasIt({ about }: Complaint): string {
  return about === 'council'
    ? 'We have it and must look into it.'
    : 'It has your complaint. We do not answer it, but we keep an eye on the days for you.'
}

/** The body's own times. The family may have asked for another day. */
function byWhen(found: ReturnType<typeof complaintOf>, situation: SituationOfFact): Block[] {
  const { answerAskedBy } = found.complaint
  return [
    acknowledgementPanel(found, situation),
    answerPanel(found, situation),
    ...(answerAskedBy ? [paragraph(`You asked for an answer on or before ${formatDate(answerAskedBy)}.`)] : []),
  ]
}

/** The body says that it has the complaint, and perhaps by when it answers. */
function complaintReceived(situation: SituationOfFact): MessageWords {
  const { of, acknowledgedOn } = detailsOf(situation, 'complaint-acknowledged')
  const found = complaintOf(of, situation)
  const { complaint, dates } = found
  const day = formatDate(dates.answerBy)
  const isPast = situation.today > dates.answerBy
  return {
    subject: isPast
      ? `Your complaint: an answer was due by ${day}, ask for it`
      : `Your complaint: expect an answer on or before ${day}`,
    preheader: 'Who has your complaint, and what to do if no answer comes.',
    title: 'Your complaint is being looked at',
    blocks: [
      paragraph(
        youComplained(complaint),
        `${COMPLAINT_BODY_WORDS[complaint.about].begins} told you on ${formatDate(acknowledgedOn)} that your complaint has arrived.`,
      ),
      aboutTheCase(situation),
      answerPanel(found, situation),
      heading('What to do'),
      list(
        'Keep what you sent and what you get.',
        'If somebody asks you for more, answer as soon as you can.',
        isPast
          ? 'If you have no answer, ask for it today.'
          : [
              'If you have no answer by then, ask for it.',
              ...(isStillToldWhenLate(found, situation) ? ['We write to you too.'] : []),
            ].join(' '),
      ),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}

/** No answer is recorded, and the day for it has gone by. */
function complaintOverdue(situation: SituationOfFact): MessageWords {
  const found = complaintOf(situation.about, situation)
  const { complaint, dates } = found
  const day = formatDate(dates.answerBy)
  return {
    subject: `Your complaint: an answer was due by ${day}, ask for it today`,
    preheader: 'How to ask, and where you can go next.',
    title: 'The answer to your complaint is late',
    blocks: [
      paragraph(youComplained(complaint), ...noAnswerIsRecorded(complaint)),
      aboutTheCase(situation),
      answerPanel(found, situation),
      ...askForTheAnswer(found, situation),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The body answered the complaint: what that means, and where the family can go next. */
function complaintOutcome(situation: SituationOfFact): MessageWords {
  const { of, answeredOn, result } = detailsOf(situation, 'complaint-answered')
  const found = complaintOf(of, situation)
  const day = formatDate(answeredOn)
  return {
    subject: `Your complaint was answered on ${day}: what you can do next`,
    preheader: 'What to check, and where you can go if you are not content.',
    title: 'Your complaint has an answer',
    blocks: [
      paragraph(
        youComplained(found.complaint),
        `The answer is dated ${day}. ${COMPLAINT_RESULT_WORDS[result]}`,
        'If we have this wrong, or you do not have the answer, tell us.',
      ),
      aboutTheCase(situation),
      ...afterTheAnswer(found, result, situation),
      ...appealBeside(situation, 'A complaint'),
      ...whoCanHelp(situation),
    ],
  }
}
