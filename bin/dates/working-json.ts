import type { Deadline, Judgement } from '../../lambdas/law/deadline.ts'
import { appealAssumption } from './appeal-assumption.ts'
import type { Dates, Facts } from './facts.ts'

/** The dates of a case with their whole working, as JSON. Every key is always there; null is a date that does not apply yet. */
export function datesJson(facts: Facts, dates: Dates) {
  return {
    contact: deadlineJson(dates.contact),
    certificate_declined: deadlineJson(dates.certificateDeclined),
    mediate: deadlineJson(dates.mediation),
    certificate_mediated: deadlineJson(dates.certificateMediated),
    appeal: appealJson(facts, dates),
    agreement: deadlineJson(dates.agreement),
  }
}

function appealJson(facts: Facts, { contact, appeal }: Dates) {
  const assumption = contact && appealAssumption(facts, contact.lawDate, appeal.setBy)
  return {
    ...deadlineJson(appeal),
    certainty: assumption ? 'assumed' : appeal.certainty,
    assumption: assumption ?? null,
    set_by: appeal.setBy,
    late_contact: appeal.lateContact,
    decision_limb: deadlineJson(appeal.decisionLimb),
    certificate_limb: deadlineJson(appeal.certificateLimb),
  }
}

function deadlineJson(deadline: Deadline | undefined) {
  if (deadline === undefined) return null
  return {
    rule_id: deadline.ruleId,
    rule_version: deadline.ruleVersion,
    law_date: deadline.lawDate,
    law_time: deadline.lawTime ?? null,
    unrolled_date: deadline.unrolledDate,
    aim_date: deadline.aimDate,
    certainty: deadline.certainty,
    provisional: deadline.provisional,
    judgements: deadline.judgements.map(judgementJson),
    cautions: deadline.cautions.map(judgementJson),
    working: deadline.working,
    sources: deadline.sources,
    holiday_table_version: deadline.holidayTableVersion,
  }
}

function judgementJson({ id, reason, otherReading }: Judgement) {
  return { id, reason, other_reading: otherReading ?? null }
}
