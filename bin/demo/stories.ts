import type { FactType } from '../../lambdas/cases/fact.ts'
import type { DecisionKind, PlanSection } from '../../lambdas/law/appealable-decisions.ts'

/** Something that the council's officer records, on a day and at a time in England. */
export interface Step {
  readonly on: string
  readonly at: string
  readonly says: string
  readonly fact: FactType
  /** The form's fields by their names: dates as YYYY-MM-DD. */
  readonly fields: Readonly<Record<string, string>>
}

/** A family's case from its opening to its end, with what the law says must come of it. */
export interface Story {
  /** Short, to tell the cases apart on the screen. */
  readonly family: string
  readonly title: string
  readonly opening: {
    readonly on: string
    readonly decisionKind: DecisionKind
    readonly placementOnly: boolean
    /** The parts of a plan that are disputed: section I where it is only the placement, else B and F when left out. */
    readonly sections?: readonly PlanSection[]
    readonly printedOn: string
    readonly sentOn: string
    readonly parent: string
    readonly child: string
    readonly email: string
    /** Answers of the form that differ from those of a family that is written to by email. */
    readonly answers?: Readonly<Record<string, string>>
  }
  readonly steps: readonly Step[]
  readonly expected: {
    /** Each message's kind with the day on which it goes out, in order. */
    readonly messages: readonly string[]
    readonly appealLawDate: string
    readonly appealAimDate: string
    readonly route: string
    readonly outcome: string
    readonly appealOutcome?: string
    /** The day on which the case closes. */
    readonly closesOn: string
    /** Words that no message to this family may hold. */
    readonly never?: readonly RegExp[]
    /** Words that one of its messages must hold. */
    readonly told?: readonly RegExp[]
  }
}

/** The families of the demo. Their dates and reasons follow docs/judgement-calls.md and the rules in lambdas/law. */
export const STORIES: readonly Story[] = [
  {
    family: 'Late',
    title: 'The family speaks to the adviser after the two months',
    opening: {
      on: '2026-01-09',
      decisionKind: 'refusal-to-assess',
      placementOnly: false,
      printedOn: '2026-01-09',
      sentOn: '2026-01-09',
      parent: 'Marta Okafor',
      child: 'Tobi Okafor',
      email: 'marta.okafor@example.com',
    },
    steps: [
      {
        on: '2026-03-23',
        at: '14:00',
        says: 'The family rings the adviser two weeks late, and does not want mediation.',
        fact: 'mediation-declined',
        fields: { declinedOn: '2026-03-23', contactedOn: '2026-03-23' },
      },
      {
        on: '2026-03-26',
        at: '11:00',
        says: 'The adviser issues the certificate.',
        fact: 'certificate-issued',
        fields: { issuedOn: '2026-03-26' },
      },
      {
        on: '2026-04-02',
        at: '15:00',
        says: 'The Tribunal registers the late appeal: a judge accepts the reasons.',
        fact: 'appeal-registered',
        fields: { receivedOn: '2026-04-02' },
      },
      {
        on: '2026-09-10',
        at: '11:00',
        says: 'The Tribunal decides for the family.',
        fact: 'appeal-decided',
        fields: { decidedOn: '2026-09-10', decision: 'decided-for-appellant' },
      },
    ],
    expected: {
      messages: [
        '2026-01-09 rights',
        '2026-02-08 contact-reminder-day-30',
        '2026-02-28 contact-reminder-day-50',
        '2026-03-02 contact-reminder-last-week',
        '2026-03-10 adviser-can-still-help',
        '2026-03-23 certificate-due',
        '2026-03-26 last-day-to-appeal',
        '2026-04-02 appeal-at-tribunal',
        '2026-09-10 what-the-tribunal-decided',
      ],
      appealLawDate: '2026-03-09',
      appealAimDate: '2026-03-09',
      route: 'mediation-not-wanted',
      outcome: 'appealed',
      appealOutcome: 'decided-for-appellant',
      closesOn: '2026-09-10',
      never: [/27 April 2026/, /26 April 2026/, /it is over/i, /(can|may) no longer appeal/i, /too late/i],
      told: [/late/i],
    },
  },
  {
    family: 'Declines',
    title: 'The family declines mediation and appeals on the last day',
    opening: {
      on: '2026-02-03',
      decisionKind: 'refusal-to-issue-plan',
      placementOnly: false,
      printedOn: '2026-02-03',
      sentOn: '2026-02-03',
      parent: 'Grace Whitfield',
      child: 'Jonah Whitfield',
      email: 'grace.whitfield@example.com',
    },
    steps: [
      {
        on: '2026-02-26',
        at: '10:00',
        says: 'The family tells the adviser that it does not want mediation.',
        fact: 'mediation-declined',
        fields: { declinedOn: '2026-02-26', contactedOn: '2026-02-26' },
      },
      {
        on: '2026-03-03',
        at: '16:00',
        says: 'The adviser issues the certificate on the third working day.',
        fact: 'certificate-issued',
        fields: { issuedOn: '2026-03-03' },
      },
      {
        on: '2026-04-07',
        at: '16:30',
        says: 'The Tribunal has the appeal, on the last day.',
        fact: 'appeal-registered',
        fields: { receivedOn: '2026-04-07' },
      },
      {
        on: '2026-05-20',
        at: '09:45',
        says: 'The family withdraws its appeal: the council has changed its mind.',
        fact: 'appeal-withdrawn',
        fields: { withdrawnOn: '2026-05-20' },
      },
    ],
    expected: {
      messages: [
        '2026-02-03 rights',
        '2026-02-26 certificate-due',
        '2026-03-03 last-day-to-appeal',
        '2026-03-19 appeal-closing-14-days',
        '2026-03-26 appeal-closing-5-working-days',
        '2026-04-07 appeal-at-tribunal',
        '2026-05-20 appeal-taken-back',
      ],
      // Both limbs end on Good Friday; Easter Monday is a bank holiday.
      appealLawDate: '2026-04-07',
      appealAimDate: '2026-04-02',
      route: 'mediation-not-wanted',
      outcome: 'appealed',
      appealOutcome: 'withdrawn',
      closesOn: '2026-05-20',
    },
  },
  {
    family: 'Not arranged',
    title: 'The council cannot arrange mediation within 30 days',
    opening: {
      on: '2026-03-02',
      decisionKind: 'ceasing-plan',
      placementOnly: false,
      printedOn: '2026-03-02',
      sentOn: '2026-03-02',
      parent: 'Samuel Price',
      child: 'Iris Price',
      email: 'samuel.price@example.com',
    },
    steps: [
      {
        on: '2026-03-20',
        at: '09:30',
        says: 'The family tells the council that it wants mediation.',
        fact: 'mediation-chosen',
        fields: { councilToldOn: '2026-03-20', contactedOn: '2026-03-18', healthIssue: 'none' },
      },
      {
        on: '2026-04-20',
        at: '11:00',
        says: 'The council tells the adviser that it could not arrange mediation within the 30 days.',
        fact: 'mediation-cannot-be-arranged',
        fields: { adviserToldOn: '2026-04-20' },
      },
      {
        on: '2026-04-23',
        at: '12:00',
        says: 'The adviser issues the certificate.',
        fact: 'certificate-issued',
        fields: { issuedOn: '2026-04-23' },
      },
      {
        on: '2026-05-21',
        at: '10:00',
        says: 'The Tribunal has the appeal.',
        fact: 'appeal-registered',
        fields: { receivedOn: '2026-05-21' },
      },
      {
        on: '2026-07-15',
        at: '12:00',
        says: 'The Tribunal makes the order that both agreed on: the plan goes on.',
        fact: 'appeal-decided',
        fields: { decidedOn: '2026-07-15', decision: 'consent-order', 'duties-continue': 'yes' },
      },
      {
        on: '2026-07-15',
        at: '15:00',
        says: 'The council goes on with the plan the same day.',
        fact: 'duty-done',
        fields: { duty: '00006-D25', doneOn: '2026-07-15' },
      },
    ],
    expected: {
      messages: [
        '2026-03-02 rights',
        '2026-03-20 mediation-requested',
        '2026-04-20 mediation-not-arranged',
        '2026-04-23 last-day-to-appeal',
        '2026-05-08 appeal-closing-14-days',
        '2026-05-15 appeal-closing-5-working-days',
        '2026-05-21 appeal-at-tribunal',
        '2026-07-15 what-the-tribunal-decided',
        '2026-07-15 duties-set',
        '2026-07-15 duties-done',
      ],
      // One month after the certificate is Saturday 23 May; Monday 25 May is a bank holiday.
      appealLawDate: '2026-05-26',
      appealAimDate: '2026-05-22',
      route: 'mediation-not-held',
      outcome: 'appealed',
      appealOutcome: 'consent-order',
      closesOn: '2026-07-15',
    },
  },
  {
    family: 'School only',
    title: 'The family disagrees only with the school that is named',
    opening: {
      on: '2026-05-01',
      decisionKind: 'plan-contents',
      placementOnly: true,
      printedOn: '2026-05-01',
      sentOn: '2026-05-01',
      parent: 'Anwen Rees',
      child: 'Dylan Rees',
      email: 'anwen.rees@example.com',
    },
    steps: [
      {
        on: '2026-06-30',
        at: '13:00',
        says: 'The Tribunal has the appeal. No certificate was needed.',
        fact: 'appeal-registered',
        fields: { receivedOn: '2026-06-30' },
      },
      {
        on: '2026-10-01',
        at: '13:00',
        says: 'The family and the council agree on an order.',
        fact: 'appeal-decided',
        fields: { decidedOn: '2026-10-01', decision: 'consent-order' },
      },
    ],
    expected: {
      messages: [
        '2026-05-01 rights',
        '2026-06-17 appeal-closing-14-days',
        '2026-06-24 appeal-closing-5-working-days',
        '2026-06-30 appeal-at-tribunal',
        '2026-10-01 what-the-tribunal-decided',
      ],
      appealLawDate: '2026-07-01',
      appealAimDate: '2026-07-01',
      route: 'placement-only',
      outcome: 'appealed',
      appealOutcome: 'consent-order',
      closesOn: '2026-10-01',
    },
  },
  {
    family: 'Mediates',
    title: 'The family chooses mediation, and the appeal window rolls over August',
    opening: {
      on: '2026-05-13',
      decisionKind: 'plan-contents',
      placementOnly: false,
      printedOn: '2026-05-13',
      sentOn: '2026-05-13',
      parent: 'Priya Nair',
      child: 'Arun Nair',
      email: 'priya.nair@example.com',
    },
    steps: [
      {
        on: '2026-06-08',
        at: '10:00',
        says: 'The family tells the council that it wants mediation.',
        fact: 'mediation-chosen',
        fields: { councilToldOn: '2026-06-08', contactedOn: '2026-06-04', healthIssue: 'none' },
      },
      {
        on: '2026-06-22',
        at: '15:00',
        says: 'A meeting is arranged for day 28.',
        fact: 'meeting-arranged',
        fields: {
          meetingOn: '2026-07-06',
          startsAt: '10:30',
          format: 'in-person',
          place: 'Keynsham Civic Centre, Market Walk, Keynsham',
        },
      },
      {
        on: '2026-07-06',
        at: '16:00',
        says: 'The meeting ends without agreement.',
        fact: 'mediation-not-agreed',
        fields: { concludedOn: '2026-07-06' },
      },
      {
        on: '2026-07-09',
        at: '12:00',
        says: 'The adviser issues the certificate on the third working day.',
        fact: 'certificate-issued',
        fields: { issuedOn: '2026-07-09' },
      },
    ],
    expected: {
      messages: [
        '2026-05-13 rights',
        '2026-06-08 mediation-requested',
        '2026-06-22 meeting-invitation',
        '2026-07-02 who-comes',
        '2026-07-06 mediation-ended',
        '2026-07-09 last-day-to-appeal',
        '2026-07-24 appeal-closing-14-days',
        '2026-07-31 appeal-closing-5-working-days',
        '2026-09-02 late-appeal-possible',
      ],
      // One month after the certificate is Sunday 9 August: in August, so the first working day of September.
      appealLawDate: '2026-09-01',
      appealAimDate: '2026-08-07',
      route: 'mediation-held',
      outcome: 'time-to-appeal-over',
      closesOn: '2026-09-02',
    },
  },
]
