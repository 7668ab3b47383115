import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const LOCAL = fileURLToPath(new URL('../local.ts', import.meta.url))

/** Where a running local service answers. */
export interface ServiceAddresses {
  readonly staff: string
  readonly endpoint: string
}

export interface LocalProcess {
  readonly addresses: ServiceAddresses
  readonly process: ChildProcess
  /** Ends it as Ctrl-C does, and waits for the end. */
  stop(): Promise<void>
}

export interface LocalProcessOptions {
  readonly dataDirectory: string
  /** A synthesized assembly that is there already, so that it is not made again. */
  readonly assemblyDirectory?: string
  /** The time on the clock of a data folder that is new. */
  readonly startAt: string
  /** 0 for any free pair of ports; the port of the endpoint is the next one. */
  readonly port: number
  /** What the service prints, line by line. */
  readonly onOutput?: (line: string) => void
}

/**
 * Starts the local service as a process of its own and waits until it says where it is.
 * @throws Error with what it printed when it ends before that.
 */
export async function startLocalProcess(options: LocalProcessOptions): Promise<LocalProcess> {
  const { dataDirectory, assemblyDirectory, startAt, port, onOutput } = options
  const flags = ['--data', dataDirectory, '--start-at', startAt, '--port', String(port)]
  if (assemblyDirectory) flags.push('--assembly', assemblyDirectory)
  const child = spawn(process.execPath, [LOCAL, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  const printed: string[] = []
  const addresses = await new Promise<ServiceAddresses>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) {
        if (line) {
          printed.push(line)
          onOutput?.(line)
        }
      }
      const staff = find(printed, /staff service\D*(http:\/\/\S+)/i)
      const consoleUrl = find(printed, /console\D*(http:\/\/\S+)\/console/i)
      if (staff && consoleUrl) resolve({ staff: staff.replace(/\/$/, ''), endpoint: consoleUrl })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) =>
      reject(new Error(`The local service ended (${code}) before it was ready:\n${printed.join('\n')}`)),
    )
  })
  return {
    addresses,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

function find(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found) return found
  }
  return undefined
}
