import { type Case, hasNoWrittenNotice, neverNeededCertificate } from '../../cases/case.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, whatCanBeAppealed } from '../passages/appeal.ts'
import { certificateWillGiveADay } from '../passages/appeal-day.ts'
import { appealState } from '../passages/appeal-state.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { dayForTheAppeal, mayBeLate, whatToDoFirst } from '../passages/first-steps.ts'
import { impartialHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { aboutTheLetter, noDayForTheAppeal } from '../passages/notice.ts'
import { otherWays } from '../passages/other-routes.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { regulation32 } from '../passages/regulation-32.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { any, appealMade, noDay } from './of-no-use.ts'

/** What was found wrong with the letter since, or a full letter since, is told with the rights again. */
const letterIsToldSince: NoUse = ({ subject: { noticeFault, fullNotice } }, about) => {
  const last = fullNotice?.sequence ?? noticeFault?.sequence
  return last && about < last ? 'told-by-another' : undefined
}

/**
 * The rights about a decision that was recorded wrongly are always told again. The first ones are of use until there is an
 * appeal: a family whose certificate became known with its case has heard of none of them.
 */
const rightsAreKnown: NoUse = (situation, about) => (about === OPENED ? appealMade(situation, about) : undefined)

/**
 * The first message: the right of appeal and its time limit, and all that regulation 32 asks for. It comes again when the
 * decision was recorded wrongly, whatever the family has done by then.
 */
export const rights: MessageOfFact = { write, noUse: any(rightsAreKnown, letterIsToldSince), callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  if (appealState(situation) !== 'not-made') return rightsAfterAppealing(situation)
  if (hasNoWrittenNotice(situation.subject)) return rightsWithoutLetter(situation)
  return neverNeededCertificate(situation.subject) ? placementRights(situation) : certificateRights(situation)
}

function opening(situation: SituationOfFact): Block[] {
  const { about, subject } = situation
  if (about === OPENED) {
    return [paragraph('You may not agree with our decision. Here are your rights, and the dates to act by.')]
  }
  return isAboutTheLetter(about, subject)
    ? [...aboutTheLetter(situation), paragraph('Here are your rights again, and the dates to act by.')]
    : [
        paragraph(
          'We have put right what we recorded about our decision.',
          'Here are your rights again, and the dates to act by.',
        ),
      ]
}

function isAboutTheLetter(about: Sequence, { noticeFault, fullNotice }: Case): boolean {
  return about === noticeFault?.sequence || about === fullNotice?.sequence
}

/** There is no letter about the decision, so that no day can be given: what the family can do all the same. */
function rightsWithoutLetter(situation: SituationOfFact): MessageWords {
  return {
    subject: `We have sent you no letter about our decision: ask us for it in writing today, ${formatDate(situation.today)}`,
    preheader: 'What you can do now, and who can help you.',
    title: 'Ask us for our decision in writing',
    blocks: [
      ...aboutTheLetter(situation),
      aboutTheDecision(situation),
      ...noDayForTheAppeal(situation),
      heading('Your right to appeal'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      ...everyRight(situation),
    ],
  }
}

function certificateRights(situation: SituationOfFact): MessageWords {
  const contact = adviserContactDate(situation)
  const items = regulation32(situation)
  return {
    subject: certificateSubject(situation),
    preheader: 'What you can do, by when and why. You can get free help from people who do not take sides.',
    title: 'Your right to appeal, and what to do first',
    blocks: [
      ...opening(situation),
      aboutTheDecision(situation),
      heading('What to do first'),
      ...whatToDoFirst(situation),
      ...items.c,
      ...(hasSpokenToAdviser(situation.subject) ? [] : whyThisDay(contact, situation.today)),
      ...items.a,
      ...items.b,
      ...items.d,
      ...items.e,
      ...items.f,
      heading('Your right to appeal'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      ...whatCanBeAppealed(situation),
      ...dayForTheAppeal(situation),
      ...(mayBeLate(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
      ...otherWays(),
      ...impartialHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function certificateSubject(situation: SituationOfFact): string {
  const { dates, today } = situation
  const contact = adviserContactDate(situation)
  if (!hasSpokenToAdviser(situation.subject)) {
    return today > contact.lawDate
      ? `Your right to appeal: speak to the mediation adviser today, ${formatDate(today)}`
      : `Your right to appeal: speak to the mediation adviser by ${formatDate(nextDay(contact, today))}`
  }
  if (certificateWillGiveADay(situation)) {
    return `Your right to appeal: ask for your mediation certificate today, ${formatDate(today)}`
  }
  return mayBeLate(situation)
    ? `Your right to appeal: send your appeal today, ${formatDate(today)}`
    : `Your right to appeal: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
}

function placementRights(situation: SituationOfFact): MessageWords {
  const { dates, today } = situation
  const inTime = appealIsInTime(situation)
  return {
    subject: inTime
      ? `Your right to appeal: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
      : `Your right to appeal: send your appeal today, ${formatDate(today)}`,
    preheader: 'You do not need a certificate. You can get free help from people who do not take sides.',
    title: 'Your right to appeal about the school or college',
    blocks: [
      ...opening(situation),
      aboutTheDecision(situation),
      heading('What to do'),
      paragraph('You have the right to appeal against this decision to the First-tier Tribunal (SEND).'),
      appealPanel(situation),
      paragraph(
        'You only disagree with the school or college named, its type, or that none is named.',
        'So you do not need a mediation certificate.',
      ),
      ...whyThisDay(dates.appeal, today),
      ...(inTime ? howToAppeal(situation) : howToAppealLate(situation)),
      ...everyRight(situation),
    ],
    ...deadlineEntries(situation),
  }
}

/** What an appeal can be about, everything that regulation 32 asks for in its order, and what else there is. */
function everyRight(situation: SituationOfFact): Block[] {
  return [
    ...whatCanBeAppealed(situation),
    ...Object.values(regulation32(situation)).flat(),
    ...otherWays(),
    ...impartialHelp(situation),
  ]
}

/** The decision was recorded wrongly, and the family has appealed: it has nothing to do by these days any more. */
function rightsAfterAppealing(situation: SituationOfFact): MessageWords {
  const { subject, today } = situation
  const items = regulation32(situation)
  return {
    subject: `Your rights about our decision, as put right on ${formatDate(today)}: please check`,
    preheader: 'What an appeal about this decision can be about, and what else you can do.',
    title: 'Your rights about our decision',
    blocks: [
      ...(isAboutTheLetter(situation.about, subject)
        ? [...aboutTheLetter(situation), paragraph('Here are your rights again.')]
        : [paragraph('We have put right what we recorded about our decision. Here are your rights again.')]),
      aboutTheDecision(situation),
      heading('Your appeal'),
      paragraph(
        subject.appealEnded ? 'Your appeal has ended.' : 'The Tribunal has your appeal.',
        'If your appeal was about another decision than this one, tell us and ask for advice today.',
      ),
      ...(subject.appealEnded ? [] : whatCanBeAppealed(situation)),
      ...items.a,
      ...items.c,
      ...items.e,
      ...items.f,
      ...otherWays(),
      ...impartialHelp(situation),
    ],
  }
}
