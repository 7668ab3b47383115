/**
 * Writes the state machines and their README from the stages' tables in lambdas/cases. `npm run machines`. A test fails
 * when the files differ from the tables.
 */
import { writeFileSync } from 'node:fs'
import { machineFiles } from './machines/machine-files.ts'

const FOLDER = new URL('../statemachines/', import.meta.url)

for (const [name, text] of machineFiles()) {
  writeFileSync(new URL(name, FOLDER), text)
  console.log(`Wrote statemachines/${name}`)
}
