import type { Case } from '../../cases/case.ts'
import type { CaseDates } from '../../cases/case-dates.ts'
import type { CouncilOwnTimes } from '../../cases/council.ts'
import type { AboutFact } from '../../cases/message.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'

/** What says whether a message is of use: the case as it is now, whatever the message was due for. */
export interface UseSituation {
  readonly subject: Case
  readonly dates: CaseDates
  readonly ownTimes: Pick<CouncilOwnTimes, 'complaintTimes'>
  /** The day in England. */
  readonly today: CalendarDate
}

/** Why a message would be of no use now; undefined while it is of use. @param about what the message is about */
export type NoUse<About = Sequence> = (situation: UseSituation, about: About) => NotNeededReason | undefined

/**
 * The day that the words of a message call past, whatever day it is: it does not leave until that day has gone by. None where
 * they call none past, or only one that has gone by.
 */
export type CallsPast<About = Sequence> = (situation: UseSituation, about: About) => CalendarDate | undefined

/** One kind of message to families. Every member is required, and none has a default: whoever adds a message decides each. */
export interface FamilyMessage<Situation, About> {
  /** Writes it. @throws Error when the case has not what it is about: it was asked for at the wrong time */
  readonly write: (situation: Situation) => MessageWords
  readonly noUse: NoUse<About>
  readonly callsPast: CallsPast<About>
}

/** Most are about a fact. */
export type MessageOfFact = FamilyMessage<SituationOfFact, Sequence>

/** Those of one part of a case. */
export type SomeMessages = { readonly [Kind in AboutFact['kind']]?: MessageOfFact }
