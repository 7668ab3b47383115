import type { Complaint } from '../../cases/case.ts'
import { COMPLAINT_POINTS } from '../../cases/complaint/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { COMPLAINT_BODY_WORDS } from '../passages/closed-words.ts'
import {
  acknowledgementPanel,
  answerPanel,
  complaintOf,
  goesToAnOmbudsman,
  howToMend,
  ombudsmanDate,
} from '../passages/complaint.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'

/** A complaint was made: who has it, by when it is answered, and what would make it stronger. */
export function complaintRecorded(situation: SituationOfFact): MessageWords {
  const found = complaintOf(situation.about, situation)
  const { complaint } = found
  const day = formatDate(complaint.madeOn)
  return {
    subject: `Your complaint of ${day}: who has it and what happens next`,
    preheader: 'By when you can expect an answer, and what can make your complaint stronger.',
    title: 'We have noted your complaint',
    blocks: [
      paragraph(`On ${day} you complained to ${COMPLAINT_BODY_WORDS[complaint.about].to}.`, whoHasIt(complaint)),
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

/** Twelve months that end before an answer can be expected are told at once. */
function ombudsmanBeforeTheAnswer(found: ReturnType<typeof complaintOf>, situation: SituationOfFact): Block[] {
  const { complaint, dates } = found
  if (!goesToAnOmbudsman(complaint) || dates.ombudsman.lawDate > dates.answerBy) return []
  return [
    heading('Keep the Ombudsman in mind'),
    paragraph('After the answer you can go to the Ombudsman. Its time is nearly over, so do not wait too long.'),
    ...ombudsmanDate(dates, situation),
  ]
}

/** The factsheet's five points, those that the complaint does not meet yet. */
function howToMendIt(complaint: Complaint, { council }: SituationOfFact): Block[] {
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
