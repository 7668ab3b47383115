import { boardArranges, type Case, mediationArranger } from '../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import type { NotArrangedBecause } from '../../cases/mediation/closed-words.ts'
import { saidNotArranged } from '../../cases/mediation/not-arranged.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, type DatePanel, datePanel, heading, list, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { certificateIsNeeded } from './appeal-state.ts'
import { HEALTH_BODY } from './closed-words.ts'
import { howToComplain } from './complaint.ts'
import { whyThisDay } from './reasons.ts'
import { whoArranges, youWantMediation } from './who-arranges.ts'

/** Mediation that is late, or will be: what happened, a sentence each. */
export function mediationIsLate({ lawDate }: Deadline, situation: MessageSituation): string[] {
  const { subject } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const said = saidNotArranged(subject)
  return [
    youWantMediation(chosen),
    subject.adjourned ? 'It has begun and is not finished.' : 'It has not taken place.',
    ...(said ? whyNotArranged(said, 'it cannot be arranged', lawDate, subject) : []),
    ...whoIsLate(situation),
  ]
}

/** Why it was not arranged, a sentence each (J37 where the one who has to arrange it did not come). */
export function whyNotArranged(
  { on, because }: NonNullable<Case['cannotBeArranged']>,
  what: 'it cannot be arranged' | 'we cannot arrange it',
  lawDate: CalendarDate,
  subject: Case,
): string[] {
  const day = formatDate(on)
  const isCouncils = !boardArranges(subject)
  const must = `The law says that ${isCouncils ? 'we' : 'it'} must: ${lawOfMediation(subject)}.`
  switch (because) {
    case 'not-in-time':
      return [`On ${day} we told the adviser that ${what}${on > lawDate ? '' : ' in time'}.`]
    case 'refused':
      return [
        isCouncils
          ? `On ${day} we told the adviser that we do not take part.`
          : `On ${day} the adviser was told that ${HEALTH_BODY} does not take part.`,
        must,
        'You have the right to mediation. It does not end with this.',
      ]
    case 'absent':
      return [
        isCouncils
          ? `On ${day} there was a meeting, and we did not come.`
          : `On ${day} there was a meeting, and ${HEALTH_BODY} did not come.`,
        must,
        'We treat this as a mediation that was not arranged.',
      ]
  }
}

/** Where the right to mediation stands. Section 53 is about health care in the plan, section 54 about everything else. */
function lawOfMediation({ chosen }: Case): string {
  const sections = { none: '52 and 54', some: '52 to 54', only: '52 and 53' }[chosen?.healthIssue ?? 'none']
  return `sections ${sections} of the Children and Families Act 2014`
}

const NO_PART: Readonly<Record<Exclude<NotArrangedBecause, 'not-in-time'>, string>> = {
  refused: 'said no to mediation',
  absent: 'did not come to your mediation',
}

/** That it is not only late: as a title, and on which day. */
export function noPartWasTaken(subject: Case): { readonly title: string; readonly withDay: string } | undefined {
  const said = saidNotArranged(subject)
  if (!said || said.because === 'not-in-time') return undefined
  const title = `${whoArranges(subject)} ${NO_PART[said.because]}`
  return { title, withDay: `${title} on ${formatDate(said.on)}` }
}

/** How to complain that no part was taken. */
export function ifYouWantToComplain(situation: MessageSituation): Block[] {
  const { subject } = situation
  return noPartWasTaken(subject) ? howToComplain(mediationArranger(subject), situation) : []
}

function whoIsLate({ subject }: MessageSituation): string[] {
  if (!boardArranges(subject)) return ['It is for us to arrange it. We are sorry.']
  return subject.boardToldOn
    ? [`It is for ${HEALTH_BODY} to arrange it.`]
    : [
        `It is for ${HEALTH_BODY} to arrange it, once we have told it.`,
        'Our records do not show that we did. If we did not, we are sorry.',
      ]
}

function latePanel({ lawDate }: Deadline, { subject, today }: MessageSituation): DatePanel {
  const notes = ['This is not your fault. You can still have your mediation.']
  // The 30 days of the health body run from the day on which it was told.
  if (boardArranges(subject) && !subject.boardToldOn) {
    return datePanel('Had we told it at once, the health body had to arrange it by', formatDate(lawDate), ...notes)
  }
  const must = today > lawDate ? 'had to' : 'must'
  return datePanel(`${whoArranges(subject)} ${must} arrange the mediation by`, formatDate(lawDate), ...notes)
}

/** The day that was for it, why, and what the family can do meanwhile. */
export function untilItTakesPlace(mediation: Deadline, situation: MessageSituation): Block[] {
  return [
    latePanel(mediation, situation),
    ...whyThisDay(mediation, situation.today),
    heading('What you can do'),
    list(
      boardArranges(situation.subject) ? 'Ask us for a day. We ask the health body.' : 'Ask us for a day.',
      'Tell the mediation adviser which days are good for you.',
      ...(noPartWasTaken(situation.subject) ? [] : ['You can complain that it is late.']),
      'If you do not want mediation any more, tell the mediation adviser or us.',
    ),
  ]
}

/** No certificate comes by itself. A family that needs one for its appeal is told how it gets it all the same. */
export function certificateOnRequest(situation: MessageSituation): Block[] {
  if (!certificateIsNeeded(situation)) return []
  const { subject, dates, today } = situation
  if (!subject.adjourned && declinedGetsNoCertificate(subject, dates, today)) {
    return [
      paragraph(
        'You spoke to the mediation adviser late. So you can have a certificate only after mediation.',
        'You do not have to wait for it. Appeal without it, and say why it is late.',
      ),
    ]
  }
  return [
    subject.adjourned
      ? paragraph(
          'If you want to appeal, you need a certificate first. You can have it now, because mediation has begun.',
          'Ask the mediation adviser for it.',
        )
      : paragraph(
          'If you want to appeal, you need a certificate first. It does not come by itself here.',
          'Tell the mediation adviser that you do not want to wait. Then you get one within 3 working days.',
        ),
  ]
}
