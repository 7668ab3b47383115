import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { checkStories } from '../../bin/demo/check-stories.ts'
import { drawn, randomFrom } from '../../bin/demo/random.ts'
import { STORIES } from '../../bin/demo/stories.ts'
import { tellStories } from '../../bin/demo/tell-stories.ts'
import { serviceForTests } from './service-for-tests.ts'

const FROZEN = new URL('../frozen/', import.meta.url)
const versions = readdirSync(FROZEN, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name)
/** `npm run prove:told` tells all of them. */
const stories = inject('isWhole') ? STORIES : drawn(randomFrom(inject('seed')), STORIES, 1)

/** An execution goes on with the definition with which it was begun, and calls the functions of today: for up to a year. */
describe.each(versions)(`the machines of version %s (seed ${inject('seed')})`, { timeout: 300_000 }, (version) => {
  it.each(stories.map((story) => [story.title, story] as const))(
    'carry with the functions of today: %s',
    async (_, story) => {
      const house = await serviceForTests('2026-01-09', withMachinesOf(version))
      onTestFinished(() => house.close())
      const told = await tellStories(house.client, [story], () => {})
      const [checked] = await checkStories(house.client, told, 1)
      expect(checked?.problems).toEqual([])
      expect(checked?.transitions).toBeGreaterThan(10)
    },
  )
})

/** A copy of the synthesized app with the definitions of an earlier version. */
function withMachinesOf(version: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'frozen-machines-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  cpSync(inject('assembly'), copy, { recursive: true })
  const file = join(copy, 'SendDisputesJourney.template.json')
  const template = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly Resources: Readonly<
      Record<string, { readonly Type: string; readonly Properties: { DefinitionString?: unknown } }>
    >
  }
  const machines = new URL(`${version}/machines/`, FROZEN)
  for (const name of readdirSync(machines)) {
    const construct = name
      .replace('.asl.json', '')
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
    const found = Object.entries(template.Resources).filter(
      ([id, { Type }]) => Type === 'AWS::StepFunctions::StateMachine' && id.startsWith(`${construct}StateMachine`),
    )
    expect(found, `The machine ${name} has to be there.`).toHaveLength(1)
    for (const [, { Properties }] of found) Properties.DefinitionString = readFileSync(new URL(name, machines), 'utf8')
  }
  writeFileSync(file, JSON.stringify(template))
  return copy
}
