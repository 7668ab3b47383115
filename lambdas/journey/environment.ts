import { eachStage, STAGES, type Stage } from '../cases/stages.ts'

/** What park-journey needs. */
export const caseEnvironment = { CASES_TABLE: 'the name of the cases table' } as const

/** What close-case needs: that a case was closed is an entry. */
export const closeEnvironment = {
  ...caseEnvironment,
  AUDIT_TABLE: 'the name of the table of who did and who read what',
} as const

/** The variable that holds the ARN of a stage's state machine: "MEDIATION_ADVICE_ARN". */
export type ArnVariable = { [Name in Stage]: `${UpperCase<Name>}_ARN` }[Stage]
type UpperCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${UpperCase<Tail>}`
  : Uppercase<Name>

/** A value for each of these variables. */
export function forEachArn(valueFor: (stage: Stage) => string): Readonly<Record<ArnVariable, string>> {
  return Object.fromEntries(STAGES.map((stage) => [arnVariable(stage), valueFor(stage)])) as Record<ArnVariable, string>
}

/** What hear-stopped-journey needs: it has stages wait that have stopped. */
export const stopEnvironment = {
  ...caseEnvironment,
  RESTART_ARN: 'the ARN of the state machine that waits until a stage goes on',
} as const

/** What wake-journey and restart-journey need: they start stages. */
export const stageEnvironment = {
  ...caseEnvironment,
  ...forEachArn((stage) => `the ARN of the state machine ${stage}`),
} as const

/** What recount-work needs: it takes cases from people who have left. */
export const recountEnvironment = {
  ...closeEnvironment,
  CONTACTS_TABLE: 'the name of the contacts table',
} as const

/** What repair-journeys needs: it knows the executions of stages, has stages wait that have none, and closes cases. */
export const repairEnvironment = { ...stageEnvironment, ...stopEnvironment, ...closeEnvironment } as const

/** Which state machine carries which stage in this deployment. */
export function stateMachineArns(environment: Readonly<Record<ArnVariable, string>>): Readonly<Record<Stage, string>> {
  return eachStage((stage) => environment[arnVariable(stage)])
}

function arnVariable(stage: Stage): ArnVariable {
  return `${stage.replaceAll('-', '_').toUpperCase()}_ARN` as ArnVariable
}
