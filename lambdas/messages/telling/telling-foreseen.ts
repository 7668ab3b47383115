import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Foreseen } from '../../cases/foresee.ts'
import { londonDay } from '../../cases/london.ts'
import { factTold, isSent, type MessageDue, messageKey } from '../../cases/message.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { HeldMessage } from '../../cases/telling/held-message.ts'
import { heldMessage, heldUntilNow, isForParty } from '../../cases/telling/told-by-recording.ts'
import { waitingOf } from '../../cases/telling/when-it-leaves.ts'
import { whyOfNoUse } from '../words/all-messages.ts'
import { factsTold, type ToldBefore, toldBefore } from './told-before.ts'
import { newsOf, whatLeaves } from './what-leaves.ts'
import { type ToJudge, whyNotNeeded } from './why-not-needed.ts'

/** A message that the family will get because of what is recorded, where nothing else is recorded first. */
export interface ToldForeseen extends ToldBefore {
  readonly message: MessageDue
  readonly news: readonly Sequence[]
  /** ISO 8601. Undefined: it leaves at once. What else is learnt by then joins it. */
  readonly leavesAt: string | undefined
  /** Whether it leaves sooner, once it is said who the party is. */
  readonly waitsForParty: boolean
}

const AT_ONCE = { leavesAt: undefined, waitsForParty: false } as const

/**
 * Says what the family will be told, at once and later: the answer of the rules that then tell it.
 * @param known the case as it will be, with what messages are written from
 * @param now the moment of recording
 */
export function tellingForeseen(
  known: ToJudge & { readonly file: CaseFile },
  { messages, held }: Pick<Foreseen, 'messages' | 'held'>,
  now: Date,
): readonly ToldForeseen[] {
  const { file } = known
  const { subject } = file
  const today = londonDay(now)
  const use = { subject, dates: caseDates(subject, today), ownTimes: known.writer.council.ownTimes, today }
  const keys = new Set(held.map(({ key }) => key))
  const useful = messages.filter((message) => !keys.has(messageKey(message)) && !whyOfNoUse(message, use))
  const timed = useful.map((message) => ({ message, waiting: waitingOf(subject, message, now) }))
  const atOnce = timed.flatMap(({ message, waiting }) =>
    waiting ? [] : [{ message, news: [], ...toldBefore(file, message, []), ...AT_ONCE }],
  )
  const heldNow = timed.flatMap(({ message, waiting }) => (waiting ? [heldMessage(message, now, waiting)] : []))
  const toldAlone = new Set([...factsTold(file), ...atOnce.map(({ message }) => factTold(message))])
  const released = heldUntilNow(file, subject, now)
  const later = [...file.held, ...held, ...heldNow].filter((one) => one.state === 'held' && !released.includes(one))
  return [
    ...atOnce,
    ...leavingOf(known, [...released, ...held.filter((one) => one.state === 'ready')], toldAlone).map((told) => ({
      ...told,
      ...AT_ONCE,
    })),
    ...leavingOf(
      known,
      later.filter((one) => !isForParty(one)),
      toldAlone,
    ),
    ...leavingOf(known, later.filter(isForParty), toldAlone).map((told) => ({ ...told, waitsForParty: true })),
  ]
}

function leavingOf(
  known: ToJudge & { readonly file: CaseFile },
  held: readonly HeldMessage[],
  toldAlone: ReadonlySet<Sequence>,
): readonly ToldForeseen[] {
  const { file } = known
  const { leaving } = whatLeaves(
    file.subject,
    held,
    (message) => whyNotNeeded(known, message),
    (message) => isSent(message, file.messages),
    toldAlone,
  )
  return leaving.map((one) => {
    const news = newsOf(one, file.subject)
    const leavesAt = one.held
      .flatMap((each) => (each.state === 'held' && each.leavesAt ? [each.leavesAt] : []))
      .sort()
      .at(-1)
    return { message: one.as, news, ...toldBefore(file, one.as, news), leavesAt, waitsForParty: false }
  })
}
