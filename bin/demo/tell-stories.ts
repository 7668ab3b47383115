import { londonDay } from '../../lambdas/cases/london.ts'
import { COUNCIL } from '../../lambdas/cases/message.ts'
import { formatDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { ServiceClient } from './service-client.ts'
import type { Step, Story } from './stories.ts'

/** A case that has been told to its end. */
export interface ToldCase {
  readonly story: Story
  readonly caseId: string
}

/** Something to tell, on a day and at a time in England. */
export interface Telling {
  readonly on: string
  readonly at: string
  readonly tell: () => Promise<void>
}

const OPENING_TIME = '09:30'
/** After the last event every case has closed by itself at this time of its last day. */
const END_OF_DAY = '12:00'

/**
 * Tells the stories as they happen: each day in turn, what the council records, what the family gets, and the dates with
 * their reasons. What else happens on the same service is told in between.
 * @param say takes each line.
 * @param others what else to tell, and the day on which all of it has come to its end
 */
export async function tellStories(
  client: ServiceClient,
  stories: readonly Story[],
  say: (line: string) => void,
  others: { readonly tellings: readonly Telling[]; readonly endsOn: string } = { tellings: [], endsOn: '' },
): Promise<readonly ToldCase[]> {
  const told = new Map<Story, string>()
  const reader = new MailReader(client, stories, say)

  const opens = (story: Story) => async () => {
    await reader.readNew()
    say('')
    say(`${inWords(story.opening.on)}  [${story.family}]  ${story.title}.`)
    say(`  The council opens the case: ${story.opening.decisionKind.replaceAll('-', ' ')}.`)
    told.set(story, await client.openCase(story))
    await reader.readNew()
    await sayDates(client, caseOf(told, story), say)
    say('')
  }
  const records = (story: Story, step: Step) => async () => {
    await reader.readNew()
    say('')
    say(`${inWords(step.on)}  [${story.family}]  ${step.says}`)
    await client.record(caseOf(told, story), story.family, step)
    await reader.readNew()
    await sayDates(client, caseOf(told, story), say)
    say('')
  }
  const tellings = stories.flatMap((story): Telling[] => [
    { on: story.opening.on, at: OPENING_TIME, tell: opens(story) },
    ...story.steps.map((step) => ({ on: step.on, at: step.at, tell: records(story, step) })),
  ])
  for (const { on, at, tell } of [...tellings, ...others.tellings].toSorted(inTime)) {
    await client.goTo(on, at)
    await tell()
  }
  const lastDay = [...stories.map(({ expected }) => expected.closesOn), others.endsOn].sort().at(-1)
  if (lastDay) await client.goTo(lastDay, END_OF_DAY)
  await reader.readNew()
  return stories.map((story) => ({ story, caseId: caseOf(told, story) }))
}

function inTime(one: Telling, other: Telling): number {
  return `${one.on}T${one.at}` < `${other.on}T${other.at}` ? -1 : 1
}

function caseOf(told: ReadonlyMap<Story, string>, story: Story): string {
  const caseId = told.get(story)
  if (!caseId) throw new Error(`The story "${story.family}" has a step before its case is opened.`)
  return caseId
}

async function sayDates(client: ServiceClient, caseId: string, say: (line: string) => void): Promise<void> {
  const { dates } = await client.readCase(caseId)
  for (const { title, aimInWords, lawInWords, working } of dates) {
    say(`  ${title}: by ${lawInWords}. Aim for ${aimInWords}.`)
    for (const step of working) say(`      ${step}`)
  }
}

/** Says each message of the mailbox once, with the day on which it came. */
class MailReader {
  readonly #client: ServiceClient
  readonly #families: ReadonlyMap<string, string>
  readonly #say: (line: string) => void
  readonly #seen = new Set<string>()

  constructor(client: ServiceClient, stories: readonly Story[], say: (line: string) => void) {
    this.#client = client
    this.#families = new Map(stories.map(({ opening, family }) => [opening.email, family]))
    this.#say = say
  }

  async readNew(): Promise<void> {
    for (const { id, to, subject, sentAt, tags } of await this.#client.mailbox()) {
      // The digests of the officer and the adviser come every day, and would drown what families are told.
      if (this.#seen.has(id) || tags.case === COUNCIL) continue
      this.#seen.add(id)
      const family = this.#families.get(to[0] ?? '')
      if (family === undefined) continue
      this.#say(`  ${formatDate(londonDay(new Date(sentAt)))}  email to [${family}]: ${subject}`)
    }
  }
}

function inWords(day: string): string {
  return formatDate(parseCalendarDate(day))
}
