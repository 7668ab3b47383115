import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type DatePanel, datePanel, type PanelWords } from '../date-panel.ts'
import { isPast, type Moment } from '../moment.ts'
import type { DatesThatApply } from './dates-that-apply.ts'

export type PanelKind = 'contact' | 'mediation' | 'appeal'

export type FamilyPanel = DatePanel<PanelKind>

/** Every date that is still to be kept, or that was not kept, in the order in which it comes. */
export function datePanels(dates: DatesThatApply, moment: Moment): readonly FamilyPanel[] {
  const { contact, contactIsDone, mediation, appeal } = dates
  return [
    ...(contact && !contactIsDone ? [panel('contact', contact, moment, contactWords(contact, moment))] : []),
    ...(mediation ? [panel('mediation', mediation, moment, mediationWords(mediation, moment))] : []),
    panel('appeal', appeal, moment, appealWords(dates, moment)),
  ].sort((a, b) => (a.lawDate < b.lawDate ? -1 : a.lawDate > b.lawDate ? 1 : 0))
}

const TITLES: Readonly<Record<PanelKind, string>> = {
  contact: 'Speak to the mediation adviser',
  mediation: 'The council arranges mediation',
  appeal: 'Appeal to the Tribunal',
}

function panel(kind: PanelKind, deadline: Deadline, moment: Moment, words: PanelWords): FamilyPanel {
  return datePanel({ kind, title: TITLES[kind], deadline, moment, words })
}

function contactWords(contact: Deadline, moment: Moment): PanelWords {
  const { aimDate, lawDate } = contact
  if (isPast(contact, moment)) {
    return {
      lead: 'The last day in the law was',
      date: lawDate,
      notes: ['You can still appeal. Phone or email the mediation adviser today. The adviser can still help you.'],
    }
  }
  const lead = 'Speak to the mediation adviser by'
  const never = 'This date does not move for weekends, bank holidays, August or Christmas.'
  if (moment.today > aimDate) {
    return { lead, date: lawDate, notes: ['This is the last day in the law. Phone or email today.', never] }
  }
  return { lead, date: aimDate, notes: [lastDay(contact, 'The phone may not be answered that day.'), never] }
}

function mediationWords(mediation: Deadline, moment: Moment): PanelWords {
  const { aimDate, lawDate } = mediation
  const goesOn = 'The time for an appeal does not stop while you wait.'
  if (isPast(mediation, moment)) {
    return {
      lead: 'The council had to arrange mediation by',
      date: lawDate,
      notes: [
        'If it did not, ask the adviser for a certificate now. You can then appeal, or still wait for mediation.',
        'The adviser has 3 working days to issue it after the council says that it cannot arrange mediation.',
        goesOn,
      ],
    }
  }
  const lead = 'The council must arrange mediation by'
  return moment.today > aimDate
    ? { lead, date: lawDate, notes: ['This is the last day in the law.', goesOn] }
    : { lead, date: aimDate, notes: [lastDay(mediation), goesOn] }
}

function appealWords({ facts, appeal, contactIsLate, appealIsPast }: DatesThatApply, { today }: Moment): PanelWords {
  const { aimDate, lawDate } = appeal
  if (appealIsPast) {
    return {
      lead: 'The time limit looks to have passed. It was 5pm on',
      date: lawDate,
      notes: ['You can still appeal. Send it today and say why it is late. A judge decides.'],
    }
  }
  const lead = 'The Tribunal must have your appeal by 5pm on'
  if (contactIsLate) {
    return {
      lead,
      date: lawDate,
      notes: [
        `You can still appeal. Send it today${facts.certificatesIssuedOn ? '' : ', even if you have no certificate yet'}.`,
        'Say on the form why you spoke to the mediation adviser late. A judge decides.',
      ],
    }
  }
  if (today > aimDate) return { lead, date: lawDate, notes: ['Send it as soon as you can. Today is best.'] }
  return {
    lead: 'Aim for the Tribunal to have your appeal by midday on',
    date: aimDate,
    notes: [
      `The law’s last moment is 5pm on ${formatDate(lawDate)}.`,
      'It counts on the day that the Tribunal has it, not the day that you send it.',
    ],
  }
}

function lastDay({ aimDate, lawDate }: Deadline, more?: string): string {
  if (aimDate === lawDate) return 'This is also the last day in the law.'
  return `The last day in the law is ${formatDate(lawDate)}.${more ? ` ${more}` : ''}`
}
