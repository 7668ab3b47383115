import type { MediationResult } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { appealAfterCertificate, certificateDate, certificateIsDue, certificatePanel } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { whyThisDay } from '../passages/reasons.ts'

const RESULTS: Readonly<Record<MediationResult, { readonly title: string; readonly opening: string }>> = {
  agreed: { title: 'After your mediation: you and we agreed', opening: 'You and we agreed on what to do.' },
  'partly-agreed': {
    title: 'After your mediation: you and we agreed in part',
    opening: 'You and we agreed on some things but not on all.',
  },
  'not-agreed': {
    title: 'After your mediation: no agreement',
    opening: 'You and we did not agree. You can go on to appeal.',
  },
}

/** The mediation is over: the certificate that follows, what was agreed and by when, and what can still be appealed. */
export function mediationEnded(situation: MessageSituation): MessageWords {
  const { result, concludedOn } = required(situation.subject.mediationResult, 'no mediation has ended', situation)
  const due = certificateDate(situation)
  const words = RESULTS[result]
  return {
    subject: `After your mediation: ${certificateIsDue(due, situation.today)}`,
    preheader: 'What happens next, and by when.',
    title: words.title,
    blocks: [
      paragraph(`Your mediation ended on ${formatDate(concludedOn)}. ${words.opening}`),
      aboutTheDecision(situation),
      certificatePanel(
        due,
        situation,
        result === 'agreed' ? 'Keep it safe, in case you need it.' : 'You need it to appeal. Keep it safe.',
      ),
      ...whyThisDay(due, situation.today),
      ...agreement(situation, result),
      ...appeal(situation, result),
      ...whoCanHelp(situation),
    ],
  }
}

/** Regulation 42: two weeks for what could not have been appealed, the times of an order for the rest, or what was agreed. */
function agreement(situation: MessageSituation, result: MediationResult): Block[] {
  if (result === 'not-agreed') return []
  const agreement = required(situation.dates.agreement, 'an agreement has no date', situation)
  return [
    heading('What was agreed'),
    paragraph('What was agreed is in writing. Ask for a copy if you do not have one.'),
    datePanel(
      `We ${situation.today > agreement.lawDate ? 'had to' : 'must'} do what was agreed by the dates in the agreement or, if it has none, by`,
      formatDate(agreement.lawDate),
      'Some things have another day in law, for example a new plan. Ask us for the day of each.',
    ),
    ...whyThisDay(agreement, situation.today, 'Why this day for the agreement'),
    paragraph('If something is not done by its day, tell us. You can also complain.'),
  ]
}

function appeal(situation: MessageSituation, result: MediationResult): Block[] {
  switch (result) {
    case 'agreed':
      return [
        paragraph('Your right to appeal is not affected. You can use it if you need to.'),
        ...appealAfterCertificate(situation),
      ]
    case 'partly-agreed':
      return [
        paragraph('You can appeal about what was not agreed. The appeal is then only about that.'),
        ...appealAfterCertificate(situation),
      ]
    case 'not-agreed':
      return [
        paragraph('Mediation is confidential. The Tribunal does not hear what was offered there.'),
        ...appealAfterCertificate(situation),
      ]
  }
}
