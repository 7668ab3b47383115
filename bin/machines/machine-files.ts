import { STAGES, tableOf } from '../../lambdas/cases/stages.ts'
import { stateMachinesReadme } from './diagrams.ts'
import { printJson } from './print-json.ts'
import { stateMachine } from './state-machine.ts'

/** Every file of the folder statemachines, by name, as the stages' tables say it must be. */
export function machineFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...STAGES.map((stage) => [`${stage}.asl.json`, printJson(stateMachine(tableOf(stage)))] as const),
    ['README.md', stateMachinesReadme()],
  ])
}
