/** What park-journey and close-case need. */
export const caseEnvironment = { CASES_TABLE: 'the name of the cases table' } as const

/** What wake-journey and repair-journeys need: they start stages. */
export const stageEnvironment = {
  ...caseEnvironment,
  MEDIATION_ADVICE_ARN: 'the ARN of the state machine mediation-advice',
  MEDIATION_ARN: 'the ARN of the state machine mediation',
  APPEAL_WINDOW_ARN: 'the ARN of the state machine appeal-window',
  TRIBUNAL_ARN: 'the ARN of the state machine tribunal',
  DUTIES_ARN: 'the ARN of the state machine duties',
  DISAGREEMENT_RESOLUTION_ARN: 'the ARN of the state machine disagreement-resolution',
  COMPLAINT_ARN: 'the ARN of the state machine complaint',
} as const
