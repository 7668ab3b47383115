import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STORED_SHAPE } from '../../lambdas/cases/stored-shape.ts'

const FILE = 'stored-shape'

/**
 * Notes in a new data folder which shape its rows have, and lets one of the same shape pass.
 * @throws Error when the rows in it have another shape: this version would misread them.
 */
export function requireOurShape(dataDirectory: string): void {
  const file = join(dataDirectory, FILE)
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  if (found === String(STORED_SHAPE)) return
  if (found !== undefined || holdsCases(dataDirectory)) {
    throw new Error(
      `The cases in ${dataDirectory} were kept by another version of the service, which this one cannot read: remove them with --fresh, or keep them and name another folder with --data.`,
    )
  }
  mkdirSync(dataDirectory, { recursive: true })
  writeFileSync(file, `${STORED_SHAPE}\n`)
}

function holdsCases(folder: string): boolean {
  return existsSync(join(folder, 'service.sqlite'))
}
