import { eachStage, STAGES, type Stage } from '../cases/stages.ts'

/** What park-journey and close-case need. */
export const caseEnvironment = { CASES_TABLE: 'the name of the cases table' } as const

/** The variable that holds the ARN of a stage's state machine: "MEDIATION_ADVICE_ARN". */
export type ArnVariable = { [Name in Stage]: `${UpperCase<Name>}_ARN` }[Stage]
type UpperCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${UpperCase<Tail>}`
  : Uppercase<Name>

/** A value for each of these variables. */
export function forEachArn(valueFor: (stage: Stage) => string): Readonly<Record<ArnVariable, string>> {
  return Object.fromEntries(STAGES.map((stage) => [arnVariable(stage), valueFor(stage)])) as Record<ArnVariable, string>
}

/** What wake-journey and repair-journeys need: they start stages. */
export const stageEnvironment = {
  ...caseEnvironment,
  ...forEachArn((stage) => `the ARN of the state machine ${stage}`),
} as const

/** Which state machine carries which stage in this deployment. */
export function stateMachineArns(environment: Readonly<Record<ArnVariable, string>>): Readonly<Record<Stage, string>> {
  return eachStage((stage) => environment[arnVariable(stage)])
}

function arnVariable(stage: Stage): ArnVariable {
  return `${stage.replaceAll('-', '_').toUpperCase()}_ARN` as ArnVariable
}
