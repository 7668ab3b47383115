import { disputesPlacementOnly, hasNoWrittenNotice, placeOf, plannedMeeting, wantsMediation } from '../../cases/case.ts'
import { appealState } from '../passages/appeal-state.ts'
import type { CallsPast, NoUse } from './family-message.ts'

export const always: NoUse = () => undefined

/** The first reason that holds. */
export const any =
  (...reasons: readonly NoUse[]): NoUse =>
  (situation, about) => {
    for (const reason of reasons) {
      const why = reason(situation, about)
      if (why) return why
    }
    return undefined
  }

export const appealMade: NoUse = ({ subject }) => (appealState({ subject }) === 'not-made' ? undefined : 'appeal-made')

export const hasCertificate: NoUse = ({ subject }) =>
  subject.certificate && !disputesPlacementOnly(subject) ? 'certificate-issued' : undefined

/** Mediation that ended since. A family can ask for it again after one that was held. */
export const mediationOver: NoUse = ({ subject }, about) => {
  const { mediationResult } = subject
  const isSince = mediationResult && placeOf(subject, mediationResult.sequence) > placeOf(subject, about)
  return isSince ? 'mediation-over' : undefined
}

/** A no counts until the family asks for mediation again. */
export const wantsMediationAgain: NoUse = ({ subject }, about) => {
  const isNo = subject.facts.some(({ sequence, type }) => sequence === about && type === 'mediation-declined')
  return isNo && wantsMediation(subject) ? 'choice-made' : undefined
}

/** A meeting that was arranged since. One from before can still stand, of an earlier request. */
export const meetingArranged: NoUse = ({ subject }, about) => {
  const meeting = plannedMeeting(subject)
  const isSince = meeting && placeOf(subject, meeting.arrangedBy) > placeOf(subject, about)
  return isSince ? 'meeting-changed' : undefined
}

/** It has no written decision, so that nothing is counted down. */
export const hasNoLetter: NoUse = ({ subject }) => (hasNoWrittenNotice(subject) ? 'no-written-decision' : undefined)

export const certificateIsAwaited = any(appealMade, hasCertificate)

export const noDay = () => undefined

/** The last day of one of the dates of the case. */
export const lastDay =
  (kind: 'contact' | 'appeal' | 'certificate' | 'response'): CallsPast =>
  ({ dates }) =>
    dates[kind]?.lawDate
