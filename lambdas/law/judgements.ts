import { dateOfDay } from './calendar-date.ts'
import type { Judgement } from './deadline.ts'

/** The points on which the law is not settled that bear on a date. Each has its place in docs/judgement-calls.md. */
export type JudgementId =
  | 'J1'
  | 'J2'
  | 'J3'
  | 'J4'
  | 'J5'
  | 'J6'
  | 'J7'
  | 'J9'
  | 'J10'
  | 'J11'
  | 'J12'
  | 'J13'
  | 'J14'
  | 'J16'
  | 'J18'
  | 'J19'
  | 'J20'
  | 'J23'
  | 'J24'
  | 'J25'
  | 'J35'
  | 'J38'
  | 'J41'
  | 'J44'
  | 'J45'

const REASONS: Readonly<Record<JudgementId, string>> = {
  J1: 'The law counts from the day the notice was sent; the Tribunal asks for the date printed on the letter. We count from the earlier of the two.',
  J2: 'Rule 12(1) ends a day at 5pm but speaks of acts due on or by a particular day. We treat 5pm as the end and advise noon on the working day before.',
  J3: 'The month from the date of issue is counted from the day after it. If the day of issue itself were counted, the month would end a day earlier, so leave a day in hand.',
  J4: 'Regulation 33 says nothing of weekends, holidays, August or Christmas. We do not move the contact date, and advise the working day before.',
  J5: 'After a late contact the adviser can still issue a certificate after mediation. It gives a fresh month on the words of rule 20, but regulations 33 and 34 say that leave is needed. We show only the date counted from the decision.',
  J6: 'It is not settled whether a certificate gives more time to appeal when only the school or institution named is in dispute. We show only the date counted from the decision.',
  J7: 'There is more than one certificate for this decision. We count from the earliest, because a later one might not give more time.',
  J9: 'Where the council says nothing by day 30, the adviser issues the certificate as if told on day 31.',
  J10: '"At least 5 working days" can be read to include the day of the notice. We leave 5 clear working days between the notice and the meeting.',
  J11: 'Nothing moves a period of days or weeks that ends on a day that is not a working day. We do not move it, and advise the working day before.',
  J12: 'A message to the adviser on a day that is not a working day may be read as received on the next one. We count from the day it was sent.',
  J13: 'The appeal was about the school or other place only and now is about the contents of the plan too. The date for the place stays; the contents need a certificate, so ask the adviser for one at once.',
  J14: 'The notice was sent again, or the plan issued again, without a real change. We keep the clock of the first notice. It may be a fresh decision with a fresh right of appeal (section 51(3)).',
  J16: 'Rule 12(2) moves this date into a time that rule 12(3)(a) protects. On the words of the rule it does not move again, and we show the earlier day.',
  J18: 'The six months start with the day of the act, so we count that day. If it were not counted, the time would end a day later.',
  J19: 'The 30 days run from the day the council was told. Some providers count from the day they were asked.',
  J20: 'The first contact was late, and mediation was held. Regulation 39(1) says that the adviser must issue the certificate. It may not give more time to appeal, so the family is told to appeal today and to explain.',
  J23: 'Regulation 45(1) speaks of a notice before the response, and rule 17(2)(c) of one before the time for the response ends. Regulation 45(7) excuses only what paragraphs (3) and (6) time. We show the dates of regulation 45 as what should be kept, and assume no excuse.',
  J24: 'The letter left out the right of appeal, or went to somebody who has not that right. It may have started no time: rule 20(1)(c) counts from the day on which the notice was sent to the applicant. No full notice has been sent yet, so the other reading gives no day. We keep the dates of the letter.',
  J25: 'The first letter was at fault, and a full notice was sent later. The time may run only from that. We keep the earlier date, counted from the first letter.',
  J35: 'Rule 12(3)(b) does not count August and 25 December to 1 January for any act but starting an appeal, and on its words these 28 days are such an act. We show the plain 28 days.',
  J38: 'The plan is to be amended before this day of the year. Some read that as by the day. We count the day before as the last, and advise the working day before.',
  J41: 'The council has to keep the plan while an appeal can be brought, and the readings of the law end that time on different days. Here the later reading is the safe one.',
  J44: 'The complaint was never acknowledged, so that the time for the answer has no start. We count both times from the day it was received.',
  J45: 'The first contact was within 2 months of one of the two dates of the letter and not of the other. Section 55(4) says that the adviser must issue the certificate, and regulation 34(2) may say that it must not. It is issued, both dates are recorded, and we show only the date counted from the earlier.',
}

/** A judgement call, with the day number that the other reading gives, where it gives one. */
export function judgement(id: JudgementId, otherReadingDay?: number): Judgement {
  return otherReadingDay === undefined
    ? { id, reason: REASONS[id] }
    : { id, reason: REASONS[id], otherReading: dateOfDay(otherReadingDay) }
}

/** The judgement call only where its other reading gives another day: a date that every reading gives is certain. */
export function judgementIfDifferent(id: JudgementId, lawDay: number, otherReadingDay: number): readonly Judgement[] {
  return lawDay === otherReadingDay ? [] : [judgement(id, otherReadingDay)]
}
