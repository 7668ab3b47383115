import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../lib/constructs/function-code.ts'

interface Bundle {
  readonly name: string
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
}

const RUNS = 21

const BASELINES_FOLDER = new URL('baselines/', import.meta.url)
/** What a function cannot do without, bundled as the functions are: what they are measured against. */
const BASELINES: Readonly<Record<string, string>> = {
  'an empty function': 'nothing.ts',
  'a DynamoDB document client alone': 'dynamodb.ts',
  'DynamoDB and Step Functions clients': 'dynamodb-and-step-functions.ts',
  'DynamoDB and SES clients': 'dynamodb-and-ses.ts',
  'a Step Functions client alone': 'step-functions.ts',
}
const YARDSTICK = 'a DynamoDB document client alone'

/** The clients that each function holds: its own start-up is what it takes beyond them. */
const CLIENTS: Readonly<Record<string, string>> = {
  ParkJourney: 'DynamoDB and Step Functions clients',
  CloseCase: 'a DynamoDB document client alone',
  WakeJourney: 'a Step Functions client alone',
  RepairJourneys: 'DynamoDB and Step Functions clients',
  HearStoppedJourney: 'DynamoDB and Step Functions clients',
  RestartJourney: 'DynamoDB and Step Functions clients',
  TellFamily: 'DynamoDB and SES clients',
  RecordEmailEvent: 'a DynamoDB document client alone',
  ReleaseHeldMessages: 'a DynamoDB document client alone',
  SendHeldMessages: 'DynamoDB and SES clients',
  SendDigests: 'DynamoDB and SES clients',
  TellAtOnce: 'DynamoDB and SES clients',
  MakeRoots: 'a DynamoDB document client alone',
  Public: 'an empty function',
  Staff: 'a DynamoDB document client alone',
}

/**
 * Prints each function's size and how long its module takes to load, beside the baselines, all in one run. The least time
 * of many fresh processes is given: what disturbs a process only ever makes it slower.
 */
export async function measureFunctions(assemblyDirectory: string, folder: string): Promise<void> {
  const bundles = [...baselines(folder), ...functionsOf(assemblyDirectory)]
  const times = new Map<string, number[]>(bundles.map(({ name }) => [name, []]))
  // Turn by turn, so that a noisy moment of the machine falls on all alike.
  for (let run = 0; run < RUNS; run++) {
    for (const bundle of bundles) times.get(bundle.name)?.push(loadingTime(bundle))
  }
  const least = new Map([...times].map(([name, all]) => [name, Math.min(...all)]))
  const yardstick = least.get(YARDSTICK) ?? 0
  console.log(`
Functions: size of the code, the time to load it (least of ${RUNS} fresh processes), the time beyond its AWS clients, and that
time as a share of what ${YARDSTICK} takes`)
  for (const { name, file } of bundles) {
    const size = `${Math.round(sizeOfCode(dirname(file)) / 1024)} KB`
    const time = least.get(name) ?? 0
    const clients = CLIENTS[name]
    const own = time - (least.get(clients ?? '') ?? 0)
    const ownInWords = clients ? `${own.toFixed(1)} ms (${(own / yardstick).toFixed(2)}) beyond ${clients}` : ''
    console.log(`  ${name.padEnd(38)} ${size.padStart(8)} ${time.toFixed(1).padStart(7)} ms  ${ownInWords}`)
  }
}

function baselines(folder: string): Bundle[] {
  return Object.entries(BASELINES).map(([name, file]) => {
    const directory = join(folder, file)
    bundle(fileURLToPath(new URL(file, BASELINES_FOLDER)), directory)
    return { name, file: join(directory, 'index.mjs'), environment: {} }
  })
}

/** What lies below node_modules is not code: see functionCode. */
function sizeOfCode(directory: string): number {
  const files = readdirSync(directory).filter((file) => file.endsWith('.mjs'))
  return files.reduce((total, file) => total + statSync(join(directory, file)).size, 0)
}

function functionsOf(assemblyDirectory: string): Bundle[] {
  const templates = readdirSync(assemblyDirectory).filter((name) => name.endsWith('.template.json'))
  return templates.flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(join(assemblyDirectory, file), 'utf8')) as {
      readonly Resources: Record<
        string,
        {
          readonly Type: string
          readonly Properties: {
            /** "<hash>.zip": the bundle lies in the folder "asset.<hash>". */
            readonly Code?: { readonly S3Key: string }
            readonly Environment?: { readonly Variables: Record<string, unknown> }
          }
        }
      >
    }
    return Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
      .map(([id, { Properties }]) => ({
        name: id.replace(/Function[0-9A-F]{8}$/, ''),
        file: join(assemblyDirectory, `asset.${Properties.Code?.S3Key.replace('.zip', '')}`, 'index.mjs'),
        environment: Object.fromEntries(
          Object.entries(Properties.Environment?.Variables ?? {}).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : 'a-name',
          ]),
        ),
      }))
  })
}

/** Milliseconds that a fresh process takes to load the module. */
function loadingTime({ file, environment }: Bundle): number {
  const script =
    'const started = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - started)); process.exit()'
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
    env: { PATH: process.env.PATH, AWS_REGION: 'eu-west-2', ...environment },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${file} could not be loaded:\n${stderr}`)
  return Number(stdout)
}
