import { buildCase } from '../../lambdas/cases/build-case.ts'
import type { Case } from '../../lambdas/cases/case.ts'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import type { Fact } from '../../lambdas/cases/fact.ts'
import { isCorrection, isNews } from '../../lambdas/cases/facts.ts'
import { OPENED, type Sequence, sequenceOf } from '../../lambdas/cases/sequence.ts'
import type { MessageSituation, SituationOfFact } from '../../lambdas/messages/message-situation.ts'

/** What a message that says where a case stands can bring together. */
const NEWS: Readonly<Record<string, (subject: Case) => readonly Sequence[]>> = {
  'the last two facts': (subject) => happened(subject).slice(-2),
  'all facts but the first': (subject) => happened(subject).filter((sequence) => sequence !== OPENED),
  'all facts': happened,
}

function happened({ facts }: Case): readonly Sequence[] {
  return facts
    .filter(({ type }) => isNews(type) && !isCorrection(type))
    .map(({ sequence }) => sequence)
    .toSorted()
}

/** The case of a situation, told as a whole on the day of that situation: for several choices of news, and to somebody new. */
export function standingsOf(situations: Readonly<Record<string, MessageSituation>>): [string, SituationOfFact][] {
  const cases = Map.groupBy(Object.entries(situations), ([, { subject, today, contact }]) =>
    JSON.stringify([subject.recorded, today, contact.relationship]),
  )
  return [...cases.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const [name, situation] = first
    return [
      ...Object.entries(NEWS).flatMap(([what, newsIn]): [string, SituationOfFact][] => {
        const news = newsIn(situation.subject)
        const about = news.at(-1)
        return about && news.length > 1 ? [[`${name}: ${what}`, standing(situation, about, news)]] : []
      }),
      [`${name}: to somebody new`, toSomebodyNew(situation)],
    ]
  })
}

function standing(situation: MessageSituation, about: Sequence, news: readonly Sequence[]): SituationOfFact {
  const [first = about] = news
  const lastTold = situation.subject.recorded.findLast(({ sequence }) => sequence < first)?.recordedAt
  return { ...situation, kind: 'where-your-case-stands', about, news, lastTold }
}

function toSomebodyNew(situation: MessageSituation): SituationOfFact {
  const { caseId, recorded } = situation.subject
  const changed: Fact<'contact-details-changed'> = {
    type: 'contact-details-changed',
    sequence: sequenceOf(recorded.length + 1),
    recordedAt: `${situation.today}T12:00:00.000Z`,
    recordedBy: 'officer-1',
    details: {},
  }
  const subject = buildCase(caseId, [...recorded, changed])
  const dates = caseDates(subject, situation.today)
  return { ...standing({ ...situation, words: {} }, changed.sequence, []), subject, dates }
}
