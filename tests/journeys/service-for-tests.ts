import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalService, type LocalServiceOptions, startLocalService } from 'aws-on-one-machine'
import { inject } from 'vitest'
import { ServiceClient } from '../../bin/demo/service-client.ts'
import type { Step, Story } from '../../bin/demo/stories.ts'
import { DIRECTORY_HERE } from '../../bin/local/directory.ts'

export interface ServiceForTests {
  readonly service: LocalService
  readonly client: ServiceClient
  readonly dataDirectory: string
  /** Opens a case on the clock's day. Every case of a test has a name of its own. */
  open(name: string, opening?: Partial<Story['opening']>): Promise<string>
  /** Goes to the day at 10 in the morning and records a fact. */
  record(caseId: string, on: string, fact: Step['fact'], fields: Step['fields']): Promise<void>
  /** The messages of a case, each with the day on which it was sent. */
  messages(caseId: string): Promise<string[]>
  /** The text of a message that a case was sent. @param key "rights_00001" @throws Error when it was sent none */
  textOf(caseId: string, key: string): Promise<string>
  /** The kinds of task of a case that are to be done. */
  openTasks(caseId: string): Promise<string[]>
  close(): Promise<void>
}

/** The fields of a form for a day: "2026-03-09" as day 9, month 3, year 2026. */
export function day(name: string, iso: string): Step['fields'] {
  const [year = '', month = '', date = ''] = iso.split('-').map((part) => String(Number(part)))
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/**
 * The whole service in this process, on a data folder of its own, with the clock at 9 in the morning of `startOn`.
 * @param assemblyDirectory the synthesized app, unless another one is given
 * @param options what is otherwise about the local service
 */
export async function serviceForTests(
  startOn: string,
  assemblyDirectory = inject('assembly'),
  options: Pick<LocalServiceOptions, 'meetsConflict' | 'refusesEmails'> = {},
): Promise<ServiceForTests> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'journey-'))
  const service = await startLocalService({
    ...options,
    assemblyDirectory,
    dataDirectory,
    apiPort: 0,
    endpointPort: 0,
    secrets: DIRECTORY_HERE.secrets,
    identityProvider: { ...DIRECTORY_HERE.identityProvider, port: 0 },
    startAt: Date.parse(`${startOn}T09:00:00Z`),
  })
  const client = new ServiceClient({ staff: service.apiUrl, endpoint: service.endpointUrl })
  return {
    service,
    client,
    dataDirectory,
    open: (name, opening = {}) =>
      client.openCase({
        family: name,
        opening: {
          on: startOn,
          decisionKind: 'plan-contents',
          placementOnly: false,
          printedOn: startOn,
          sentOn: startOn,
          parent: 'Ann Lee',
          child: 'Bo Lee',
          email: `${name}@example.com`,
          ...opening,
        },
      }),
    async record(caseId, on, fact, fields) {
      await client.goTo(on, '10:00')
      await client.record(caseId, caseId, { on, at: '10:00', says: '', fact, fields })
    },
    async messages(caseId) {
      const { messages } = await client.readCase(caseId)
      return messages
        .toSorted((one, other) => ((one.sentAt ?? '') < (other.sentAt ?? '') ? -1 : 1))
        .map(({ kind, sentAt }) => `${sentAt?.slice(0, 10)} ${kind}`)
    },
    async textOf(caseId, key) {
      const mail = (await client.mailbox()).find(({ tags }) => tags.case === caseId && tags.message === key)
      if (!mail) throw new Error(`The case ${caseId} was sent no ${key}.`)
      return (await client.message(mail.id)).text
    },
    async openTasks(caseId) {
      const { tasks } = await client.readCase(caseId)
      return tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)
    },
    async close() {
      await service.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
