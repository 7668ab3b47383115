import { disputesPlacementOnly } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime } from '../passages/appeal.ts'
import { appealState } from '../passages/appeal-state.ts'
import { sectionWords } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { noDay } from './of-no-use.ts'
import { nextAction } from './standing/action.ts'
import { theAppeal } from './standing/appeal.ts'

/** What the family said later of it stands in its place. */
const disputeIsOld: NoUse = ({ subject }, about) =>
  subject.dispute?.sequence === about ? undefined : 'told-by-another'

/**
 * The family disagrees with more of the plan than before, or with less: whether it needs a certificate now, and its days
 * (Children and Families Act 2014, section 55(2); J13).
 */
export const whatYouDisagreeWith: MessageOfFact = { write, noUse: disputeIsOld, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const { changedOn, sections } = detailsOf(situation, 'dispute-changed')
  const isOpen = appealState(situation) === 'not-made'
  const action = isOpen ? nextAction(situation, undefined) : undefined
  return {
    subject: action ? `What you disagree with: ${action}` : `What you disagree with, since ${formatDate(changedOn)}`,
    preheader: 'What it means for your certificate, your appeal and your dates.',
    title: 'What you disagree with',
    blocks: [
      paragraph(`You told us on ${formatDate(changedOn)} what you disagree with now:`),
      list(...sectionWords(sections)),
      paragraph('If that is not right, tell us today.'),
      aboutTheDecision(situation),
      ...(isOpen ? [...whatThatMeans(situation), ...theAppeal(situation, undefined)] : atTheTribunal(situation)),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function whatThatMeans(situation: SituationOfFact): Block[] {
  const { subject } = situation
  const { certificate, decision } = subject
  if (disputesPlacementOnly(subject)) {
    return [
      paragraph(
        'You do not need a mediation certificate any more.',
        'A certificate may not give you more time for such an appeal. So keep to the day below.',
      ),
    ]
  }
  if (certificate) return [paragraph('You have a mediation certificate. You can appeal about all of this.')]
  return [
    paragraph(
      'You need a mediation certificate to appeal about the needs or the help in the plan.',
      ...(decision.placementOnly ? ['For an appeal about the school or college alone you need none.'] : []),
    ),
    ...(decision.placementOnly && appealIsInTime(situation)
      ? [
          paragraph(
            'The day for an appeal about the school or college stays as it was.',
            'If it is near, send that appeal, and ask the mediation adviser for your certificate on the same day.',
          ),
        ]
      : []),
  ]
}

function atTheTribunal({ subject }: SituationOfFact): Block[] {
  if (subject.appealEnded) return []
  return [
    heading('Your appeal'),
    paragraph(
      'The Tribunal has your appeal. It is about what you wrote in it. Our records do not change that.',
      'If your appeal should be about other parts of the plan, ask the Tribunal today. It decides.',
    ),
  ]
}
