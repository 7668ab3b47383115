import type { Stage } from '../cases/stage.ts'
import { executionName, type StageInput } from '../cases/start-stages.ts'
import type { Environment } from '../environment.ts'
import type { stageEnvironment } from './environment.ts'

/** The ARN of an execution: that of its machine with another word in it, and its name. */
export function executionArns(machines: Readonly<Record<Stage, string>>) {
  return (stage: Stage, input: StageInput): string =>
    `${machines[stage].replace(':stateMachine:', ':execution:')}:${executionName(stage, input)}`
}

/** Which state machine carries which stage in this deployment. */
export function stateMachineArns(environment: Environment<typeof stageEnvironment>): Readonly<Record<Stage, string>> {
  return {
    'mediation-advice': environment.MEDIATION_ADVICE_ARN,
    mediation: environment.MEDIATION_ARN,
    'appeal-window': environment.APPEAL_WINDOW_ARN,
    tribunal: environment.TRIBUNAL_ARN,
    duties: environment.DUTIES_ARN,
    'disagreement-resolution': environment.DISAGREEMENT_RESOLUTION_ARN,
    complaint: environment.COMPLAINT_ARN,
  }
}
