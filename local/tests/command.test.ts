import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { App, aws_dynamodb as dynamodb, Stack } from 'aws-cdk-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { synthesizeFixture } from './fixture/fixture-app.ts'

const PROGRAM = fileURLToPath(new URL('../bin.ts', import.meta.url))
const OPTIONS = ['assembly', 'data', 'fresh', 'port', 'start-at', 'help']
const folder = mkdtempSync(join(tmpdir(), 'command-'))
const children: ChildProcess[] = []
let folders = 0

beforeAll(() => {
  synthesizeFixture(join(folder, 'cdk.out'))
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command in the folder that holds the fixture's `cdk.out`. */
const run = (...options: string[]) => runAs(process.execPath, [PROGRAM, ...options])

/** The same, where no file may grow beyond a number of blocks of 1,024 bytes: the disk then refuses what is written. */
const runWithSmallFiles = (blocks: number, ...options: string[]) =>
  runAs('bash', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, PROGRAM, ...options])

function runAs(program: string, words: readonly string[]) {
  const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const said = { output: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString()
  })
  return {
    said,
    /** Resolves with the exit code once it has ended. */
    ended: once(child, 'close').then(([code]) => code as number | null),
    /** Resolves once it says that it runs. */
    async running(): Promise<void> {
      await expect.poll(() => said.output + said.errors, { timeout: 20_000 }).toContain('The clock shows')
    },
    stop: () => child.kill('SIGINT'),
  }
}

const newFolder = () => join(folder, `data-${++folders}`)

describe('the command', () => {
  it('runs the cdk.out of the folder it is called in, says where everything is, and stops cleanly on Ctrl-C', async () => {
    const data = newFolder()
    const command = run('--data', data, '--port', '0', '--start-at', '2026-09-01T09:00')
    await command.running()
    const { output } = command.said
    expect(output).toMatch(
      /Application {3}http:\/\/127\.0\.0\.1:\d+\/\nAWS endpoint {2}http:\S+\nMailbox {7}http:\S+\/mailbox\nConsole {7}http:\S+\/console\n/,
    )
    expect(output).toContain(`Data folder   ${data}\n`)
    expect(output).toContain('The clock shows 2026-09-01T08:00:')
    const [, application] = /Application +(\S+)/.exec(output) ?? []
    expect(await (await fetch(`${application}plain`)).json()).toEqual({ greeting: 'hello' })
    command.stop()
    expect(await command.ended).toBe(0)
    expect(command.said).toMatchObject({ output: expect.stringContaining('Stopping...'), errors: '' })
  })

  it('runs an app without functions or an API, and keeps its data folder until it is told to begin afresh', async () => {
    const assembly = join(folder, 'tables-only')
    const app = new App({ outdir: assembly, analyticsReporting: false })
    const keys = { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }
    new dynamodb.Table(new Stack(app, 'Tables'), 'Things', keys)
    app.synth()
    const data = newFolder()
    const clockShown = async (...options: string[]) => {
      const command = run('--assembly', assembly, '--data', data, '--port', '0', ...options)
      await command.running()
      expect(command.said.output).not.toContain('Application')
      const [, endpoint = ''] = /AWS endpoint +(\S+)/.exec(command.said.output) ?? []
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
      const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials })
      expect((await client.send(new ListTablesCommand({}))).TableNames).toHaveLength(1)
      client.destroy()
      command.stop()
      await command.ended
      return /The clock shows (\S{10})/.exec(command.said.output)?.[1]
    }
    expect(await clockShown('--start-at', '2031-01-01T00:00')).toBe('2031-01-01')
    expect(await clockShown('--start-at', '2035-01-01T00:00')).toBe('2031-01-01')
    expect(await clockShown('--start-at', '2035-01-01T00:00', '--fresh')).toBe('2035-01-01')
  })

  it('tells its options, as the README does', async () => {
    const command = run('--help')
    expect(await command.ended).toBe(0)
    for (const option of OPTIONS) expect(command.said.output).toContain(`\n  --${option} `)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    for (const line of command.said.output.split('\n').filter((one) => one.startsWith('  --')))
      expect(readme).toContain(`${line}\n`)
  })

  it('says that the port it is to have is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const command = run('--data', newFolder(), '--port', String(port))
    expect(await command.ended).toBe(1)
    expect(command.said.errors).toBe(`Port ${port} of 127.0.0.1 is taken by another program; choose another port.\n`)
    server.close()
  })
})

describe('a data folder that cannot be used ends the command with one sentence', () => {
  it.each([
    ['a database that is damaged', 'service.sqlite', 'has a damaged file in it. Put a copy of the folder back'],
    ['a lock that is damaged', 'lock.sqlite', 'has a damaged file in it. Put a copy of the folder back'],
  ])('%s', async (_, file, words) => {
    const data = newFolder()
    mkdirSync(data)
    writeFileSync(join(data, file), 'This is no database, and long enough to be taken for one.'.repeat(100))
    const command = run('--data', data, '--port', '0')
    expect(await command.ended).toBe(1)
    expect(command.said.errors).toMatch(/^The data folder .*\n$/)
    expect(command.said.errors).toContain(`The data folder ${data} ${words}`)
  })

  it('a folder that is a file', async () => {
    const data = newFolder()
    writeFileSync(data, '')
    const command = run('--data', data, '--port', '0')
    expect(await command.ended).toBe(1)
    expect(command.said.errors).toBe(
      `The data folder ${data} is not a folder, or lies in something that is none. Choose another.\n`,
    )
  })

  it('a disk that takes nothing when it starts', async () => {
    const data = newFolder()
    const command = runWithSmallFiles(4, '--data', data, '--port', '0')
    expect(await command.ended).toBe(1)
    expect(command.said.errors).toMatch(/^The data folder .* cannot be read or written: [^\n]*\n$/)
  })

  it('a disk that takes nothing any more while it runs; what was answered is there at the next start', async () => {
    const data = newFolder()
    const full = runWithSmallFiles(700, '--data', data, '--port', '0')
    await full.running()
    const [, application = ''] = /Application +(\S+)/.exec(full.said.output) ?? []
    const answered: string[] = []
    for (let number = 0; number < 2000; number += 1) {
      const id = `item-${number}`
      const body = JSON.stringify({ id, email: `${'x'.repeat(2000)}@example.org` })
      const response = await fetch(`${application}items`, { method: 'POST', body }).catch(() => undefined)
      if (response === undefined || !response.ok) break
      answered.push(id)
    }
    expect(await full.ended).toBe(1)
    expect(full.said.errors).toBe(
      `The data folder ${data} cannot be read or written: the disk answers with an error. Look at the disk. Then start again: it goes on from where it was.\n`,
    )
    expect(answered.length).toBeGreaterThan(5)
    const again = run('--data', data, '--port', '0')
    await again.running()
    const [, endpoint = ''] = /AWS endpoint +(\S+)/.exec(again.said.output) ?? []
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials })
    const { TableNames = [] } = await client.send(new ListTablesCommand({}))
    const ids: (string | undefined)[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName: TableNames[0] ?? '' })) {
      ids.push(...Items.map(({ id }) => id?.S))
    }
    expect(ids).toEqual(expect.arrayContaining(answered))
    client.destroy()
    again.stop()
    expect(await again.ended).toBe(0)
  })

  it('but not a log line that cannot be written: that is said once, and all else goes on', async () => {
    const data = newFolder()
    const command = run('--data', data, '--port', '0')
    await command.running()
    const [, application = ''] = /Application +(\S+)/.exec(command.said.output) ?? []
    const logs = join(data, 'logs')
    for (const file of readdirSync(logs)) rmSync(join(logs, file))
    // Each function's log is a device that is always full.
    const [, endpoint = ''] = /AWS endpoint +(\S+)/.exec(command.said.output) ?? []
    const { functions } = (await (await fetch(`${endpoint}/console/state.json`)).json()) as {
      functions: { name: string }[]
    }
    for (const { name } of functions) symlinkSync('/dev/full', join(logs, `${name}.log`))
    for (let count = 0; count < 3; count += 1) expect((await fetch(`${application}fail`)).status).toBe(500)
    expect(await (await fetch(`${application}plain`)).json()).toEqual({ greeting: 'hello' })
    command.stop()
    expect(await command.ended).toBe(0)
    expect(command.said.errors.split('What the functions print is not kept for now')).toHaveLength(2)
  })
})

describe('the command refuses, and removes nothing', () => {
  const kept = join(folder, 'kept')
  beforeAll(() => {
    mkdirSync(kept)
    writeFileSync(join(kept, 'service.sqlite'), '')
  })

  it.each([
    [
      'a folder that is not there',
      ['--assembly', 'nowhere'],
      `There is no synthesized CDK app in ${join(folder, 'nowhere')}: it has no manifest.json. Write it there with cdk synth, or name the folder that holds it.\n`,
    ],
    ['a port that is none', ['--port', 'http'], '--port is http; it has to be a whole number from 0 to 65533.\n'],
    [
      'a time that is none',
      ['--start-at', 'soon'],
      '"soon" is not a date and time. Write it as 2026-09-10T09:30, or with an offset as 2026-09-10T08:30:00Z.\n',
    ],
    ['an option that it does not have', ['--speed', '9'], /^Unknown option '--speed'/],
  ])('%s', async (_what, options, sentence) => {
    const command = run('--data', kept, '--fresh', ...options)
    expect(await command.ended).toBe(1)
    expect(command.said.errors).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
    expect(command.said.output).toBe('')
    expect(existsSync(join(kept, 'service.sqlite'))).toBe(true)
  })

  it('a data folder that another service has', async () => {
    const data = newFolder()
    const first = run('--data', data, '--port', '0')
    await first.running()
    const second = run('--data', data, '--port', '0', '--fresh')
    expect(await second.ended).toBe(1)
    expect(second.said.errors).toMatch(/^The data folder .* is used by another local service that is running\./)
    expect(existsSync(join(data, 'service.sqlite'))).toBe(true)
    first.stop()
    await first.ended
  })
})
