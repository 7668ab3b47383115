import { boardArranges, disputedSections, disputesPlacementOnly, neverNeededCertificate } from '../../cases/case.ts'
import { onlineOrOnTheForm } from '../../guidance/how-to-appeal.ts'
import { APPEAL_PAGE } from '../../guidance/sources.ts'
import { APPEALABLE_DECISIONS, type DecisionKind } from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, type DatePanel, datePanel, heading, list, paragraph, steps, webLink } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { sectionWords } from './closed-words.ts'

/** The date by which the Tribunal has the appeal: what to aim for first, then the law's last moment. */
export function appealPanel(situation: MessageSituation): DatePanel {
  const { dates, today } = situation
  const { aimDate, lawDate } = dates.appeal
  const birthday = beforeTheBirthday(situation)
  if (today > lawDate) {
    return datePanel(
      'The time limit was 5pm on',
      formatDate(lawDate),
      'You can still appeal. Send it today and say why it is late. A judge decides.',
    )
  }
  if (today > aimDate) {
    return datePanel(
      'The Tribunal must have your appeal by 5pm on',
      formatDate(lawDate),
      'Send it as soon as you can. Today is best.',
      ...birthday,
    )
  }
  return datePanel(
    'Aim for the Tribunal to have your appeal by midday on',
    formatDate(aimDate),
    `The last moment in the law is by 5pm on ${formatDate(lawDate)}.`,
    ...birthday,
  )
}

/** At 25 nobody is a young person any more. No day after the eve of the birthday is shown without that (J40). */
function beforeTheBirthday({ subject, dates, today }: MessageSituation): string[] {
  const until = subject.daysOfAge?.youngPersonUntil
  if (!until || today > until || dates.appeal.lawDate <= until) return []
  return [
    `The right to appeal may end on ${formatDate(until)}, the day before the 25th birthday. To be safe, appeal by then.`,
  ]
}

/** Whether an appeal made today would be in time for certain. */
export function appealIsInTime({ dates, today }: MessageSituation): boolean {
  return today <= dates.appeal.lawDate
}

/** What an appeal can ask of the Tribunal. One about what is in a plan is told by the plan's sections. */
const CAN_ASK: Readonly<Record<DecisionKind, string | undefined>> = {
  'refusal-to-assess': 'You can ask the Tribunal to order us to carry out the assessment.',
  'refusal-to-reassess': 'You can ask the Tribunal to order us to carry out a new assessment.',
  'refusal-to-issue-plan': 'You can ask the Tribunal to order us to make a plan.',
  'plan-contents': undefined,
  'refusal-to-amend-plan': 'You can ask the Tribunal to order us to change the plan.',
  'ceasing-plan': 'You can ask the Tribunal to order us to go on with the plan.',
}

/** What this decision's appeal can be about, and health and social care where the law lets the Tribunal speak of it. */
export function whatCanBeAppealed({ subject }: MessageSituation): Block[] {
  const { decisionKind } = subject.decision
  const placementOnly = neverNeededCertificate(subject)
  const disputed = (subject.dispute ? disputedSections(subject) : subject.decision.sections) ?? []
  const { sections, recommendations } = APPEALABLE_DECISIONS[decisionKind]
  const canAsk = CAN_ASK[decisionKind]
  return [
    ...(canAsk && !placementOnly ? [paragraph(canAsk)] : []),
    ...(sections && !placementOnly
      ? [paragraph('You can appeal about one or more of these:'), list(...sectionWords(sections))]
      : []),
    ...(sections && placementOnly
      ? [paragraph('You can appeal about the school or college named, its type, or that none is named (section I).')]
      : []),
    ...(disputed.length > 0 && !placementOnly
      ? [
          paragraph('Our records show that you disagree with:'),
          list(...sectionWords(disputed)),
          paragraph('If that is not right, tell us. You can still appeal about other parts.'),
        ]
      : []),
    ...(decisionKind === 'ceasing-plan'
      ? [paragraph('We must keep the plan going while you can appeal in time, and until an appeal has ended.')]
      : []),
    ...(recommendations
      ? [
          paragraph(
            'In your appeal you can also ask the Tribunal to look at health and social care.',
            'What it says about those is a recommendation, not an order.',
            'The appeal must always be about education as well.',
          ),
        ]
      : []),
  ]
}

/** The appeal, step by step. */
export function howToAppeal(situation: MessageSituation): Block[] {
  return [
    heading('How to appeal'),
    paragraph('You appeal to the First-tier Tribunal (SEND). It is independent of the council, and free.'),
    ...notAboutHealthAlone(situation),
    steps(
      onlineOrOnTheForm(situation.subject.decision.decisionKind),
      'Say what you disagree with and why.',
      disputesPlacementOnly(situation.subject)
        ? 'Add a copy of our decision letter.'
        : 'Add a copy of our decision letter and your mediation certificate.',
      'Send it all to the Tribunal. It counts on the day the Tribunal has it, not the day you send it.',
    ),
    appealLink(),
  ]
}

/** The Tribunal's page on GOV.UK. */
export function appealLink(text = APPEAL_PAGE.title): Block {
  return webLink(text, APPEAL_PAGE.url)
}

/**
 * An appeal that may count as late, step by step. It is never said that the time is over for good: the Tribunal can
 * extend it (its Rules of 2008, rule 5(3)(a)), and can give leave to appeal without a certificate.
 */
export function howToAppealLate(situation: MessageSituation): Block[] {
  const { certificate, adviserContactedOn } = situation.subject
  const placementOnly = disputesPlacementOnly(situation.subject)
  const inTime = appealIsInTime(situation)
  return [
    heading(inTime ? 'How to appeal' : 'How to appeal late'),
    paragraph(
      inTime
        ? 'You can still appeal after the last day to speak to the adviser. A judge decides if the appeal can go ahead.'
        : 'A late appeal can be made. A judge decides if it can go ahead.',
    ),
    ...notAboutHealthAlone(situation),
    steps(
      onlineOrOnTheForm(situation.subject.decision.decisionKind),
      ...(inTime
        ? [
            adviserContactedOn
              ? 'Say why you spoke to the mediation adviser late. Ask for the appeal to go ahead all the same.'
              : 'If you did not speak to the mediation adviser in time, say why. Ask for the appeal to go ahead all the same.',
          ]
        : [
            'Ask the Tribunal for more time. There is a place for this.',
            'Say why you are late. For example, you were ill, or a letter did not tell you your rights.',
            'Say why the appeal should still go ahead, and why it cannot wait for the next review.',
          ]),
      ...(certificate || placementOnly
        ? []
        : ['If you do not have a certificate yet, ask the Tribunal to let you appeal without it.']),
      certificate && !placementOnly
        ? 'Add a copy of our decision letter and your mediation certificate.'
        : 'Add a copy of our decision letter.',
      'Send it to the Tribunal as soon as you can. Today is best.',
    ),
    appealLink(),
  ]
}

/**
 * To a family that mediates about health care only. The Tribunal can recommend on it, in an appeal about education (SEND
 * (First-tier Tribunal Recommendations Power) Regulations 2017).
 */
export function notAboutHealthAlone({ subject }: MessageSituation): Block[] {
  return boardArranges(subject)
    ? [paragraph('An appeal must always be about education. Health care can only be a part of it.')]
    : []
}

/** Beside a day to appeal by: that nobody has to, and what else there is. */
export function itIsYourChoice(): Block[] {
  return [
    heading('It is your choice'),
    paragraph(
      'You do not have to appeal. You can also still talk to us, or use mediation.',
      'Mediation is voluntary, free and confidential.',
      'Neither stops the time for an appeal.',
    ),
  ]
}

/** The appeal goes on counting whatever else the family does. */
export const APPEAL_TIME_GOES_ON = 'The time for an appeal does not stop while you wait or mediate.'

/** To a family that disagrees only with the school or college. */
export const NO_CERTIFICATE_FOR_THE_PLACEMENT = 'You do not need a certificate to appeal about the school or college.'
