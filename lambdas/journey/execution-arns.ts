import type { Stage } from '../cases/stages.ts'
import { executionName, type StageInput } from '../cases/start-stages.ts'

/** The ARN of an execution: that of its machine with another word in it, and its name. */
export function executionArns(machines: Readonly<Record<Stage, string>>) {
  return (stage: Stage, input: Pick<StageInput, 'caseId' | 'startedFrom' | 'run'>): string =>
    `${machines[stage].replace(':stateMachine:', ':execution:')}:${executionName(stage, input)}`
}
