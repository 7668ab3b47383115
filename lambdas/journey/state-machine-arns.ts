import type { Stage } from '../cases/stage.ts'
import type { Environment } from '../environment.ts'
import type { stageEnvironment } from './environment.ts'

/** Which state machine carries which stage in this deployment. */
export function stateMachineArns(environment: Environment<typeof stageEnvironment>): Readonly<Record<Stage, string>> {
  return {
    'mediation-advice': environment.MEDIATION_ADVICE_ARN,
    mediation: environment.MEDIATION_ARN,
    'appeal-window': environment.APPEAL_WINDOW_ARN,
  }
}
