import { dutyDates } from '../../cases/duty-dates.ts'
import { CORAM_CHILDRENS_LEGAL_CENTRE, IPSEA, type Organisation } from '../../guidance/organisations.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { DutySource } from '../../law/compliance-deadlines.ts'
import { type Block, heading, list, type MessageWords, paragraph, webLink } from '../content.ts'
import { required, type SituationOfDuty } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { DEED_WORDS, dutyPanel, undertakingOf, whatItFollowsFrom, whoDoes } from '../passages/duties.ts'
import { whoCanHelp } from '../passages/help.ts'

/** Something that was agreed, ordered or conceded was not done by its day. Our records may be behind. */
export function dutyOverdue(situation: SituationOfDuty): MessageWords {
  const { subject, council } = situation
  const { of, rule } = situation.about
  const undertaking = undertakingOf(of, situation)
  const duty = required(
    dutyDates(undertaking).find((one) => one.rule === rule),
    `the fact ${of} leads to nothing under the rule ${rule}`,
    situation,
  )
  const day = formatDate(duty.deadline.lawDate)
  const who = whoDoes(duty.deed, subject)
  const { source, byBoard } = undertaking
  return {
    subject: `Something was to be done for you by ${day}: what you can do now`,
    preheader: 'What is late, who deals with it, and what you can do.',
    title: 'Something is late',
    blocks: [
      paragraph(
        whatItFollowsFrom(undertaking, subject),
        `${who} had to ${DEED_WORDS[duty.deed].deed}. Our records do not show that it is done.`,
        byBoard ? 'If it is done, tell us.' : 'If it is done, tell us. If it is not, we are sorry.',
      ),
      aboutTheDecision(situation),
      dutyPanel(duty, situation),
      heading('What you can do'),
      list(
        byBoard
          ? `Ask the health body. ${council.contacts.officer.name} has been asked today to do so too.`
          : `Ask ${council.contacts.officer.name}. It has been passed to them today.`,
        'Ask for a new day in writing.',
        ...(byBoard ? WAYS_AT_THE_HEALTH_BODY : WAYS[source]),
      ),
      heading('Free legal help'),
      ...legalHelp(IPSEA),
      ...(source === 'agreement' ? [] : legalHelp(CORAM_CHILDRENS_LEGAL_CENTRE)),
      ...(source === 'agreement' ? appealBeside(situation, 'Waiting for this') : []),
      ...whoCanHelp(situation),
    ],
  }
}

/** An agreement is kept to like an order (regulation 42), and a breach after a concession is one of an order. */
const WAYS: Readonly<Record<DutySource, readonly string[]>> = {
  agreement: [
    'Complain to us. If you are not content with the answer, you can go to the Ombudsman.',
    'The Ombudsman can look at an agreement that was not kept.',
  ],
  order: [
    'Write to the Tribunal and tell it that its order was not kept.',
    'Complain to us.',
    'Ask for free legal advice soon. A court can order us to do it (judicial review). The time to ask a court is short.',
  ],
  concession: [
    'Write to the Tribunal. In law this is the same as an order that was not kept.',
    'Complain to us.',
    'Ask for free legal advice soon. A court can order us to do it (judicial review). The time to ask a court is short.',
  ],
}

/** What the board agreed to alone is its own to do. */
const WAYS_AT_THE_HEALTH_BODY: readonly string[] = [
  'Complain to the health body.',
  'If you are not content with its answer, you can go to the Parliamentary and Health Service Ombudsman.',
]

function legalHelp({ name, help, website }: Organisation): Block[] {
  return [paragraph(`${name}: ${help}`), webLink(`Website of ${name}`, website)]
}
