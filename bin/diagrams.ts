/** Writes statemachines/README.md: each stage as a diagram and as sentences. `npm run diagrams`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

interface State {
  readonly Type: string
  readonly Comment: string
  readonly Next?: string
  readonly Default?: string
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]
  readonly Arguments?: { readonly StateMachineArn?: string; readonly Payload?: { readonly awaits?: readonly string[] } }
}

interface Machine {
  readonly Comment: string
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
}

const FOLDER = new URL('../statemachines/', import.meta.url)
const README = new URL('README.md', FOLDER)

/** The words on an edge that an error takes. */
const ERROR_WORDS: Readonly<Record<string, string>> = {
  'States.Timeout': 'time to look again',
  CaseMovedOn: 'there is news',
  'StepFunctions.ExecutionAlreadyExistsException': 'started before',
}

/** The whole README of the state machines' folder, from the machines as they are now. */
export function stateMachinesReadme(): string {
  const stages = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.asl.json'))
    .map((name) => name.replace('.asl.json', ''))
  const order = ['mediation-advice', 'mediation', 'appeal-window']
  const sections = stages
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((stage) => section(stage, JSON.parse(readFileSync(new URL(`${stage}.asl.json`, FOLDER), 'utf8')) as Machine))
  return `# The journey of a case

Each stage of a case is one state machine, in a file of its own. A stage tells the family what is due, waits for a person
or a day, and chooses by one word what comes next. It works out nothing: the dates come from \`lambdas/law\`.

This page is made from the files by \`npm run diagrams\`. A test fails when it differs from them.

${sections.join('\n')}`
}

function section(stage: string, machine: Machine): string {
  const names = Object.keys(machine.States)
  const id = (name: string) => `s${names.indexOf(name) + 1}`
  const states = Object.entries(machine.States)
  const lines = [
    'stateDiagram-v2',
    ...names.map((name) => `  state "${name}" as ${id(name)}`),
    `  [*] --> ${id(machine.StartAt)}`,
    ...states.flatMap(([name, state]) =>
      edges(state).map(({ to, word }) => `  ${id(name)} --> ${to ? id(to) : '[*]'}${word ? ` : ${word}` : ''}`),
    ),
  ]
  const rows = states.map(([name, state]) => `| ${name} | ${state.Comment} | ${awaits(state)} |`)
  return `## ${stage}

${machine.Comment}

\`\`\`mermaid
${lines.join('\n')}
\`\`\`

| State | What happens | Waits for |
|---|---|---|
${rows.join('\n')}
`
}

function awaits({ Arguments }: State): string {
  return (Arguments?.Payload?.awaits ?? []).map((fact) => fact.replaceAll('-', ' ')).join(', ')
}

function edges(state: State): { readonly to?: string; readonly word?: string }[] {
  const words = new Map<string, string[]>()
  for (const { Condition, Next } of state.Choices ?? []) {
    const word = /'([a-z-]+)'/.exec(Condition)?.[1]?.replaceAll('-', ' ') ?? Condition
    words.set(Next, [...(words.get(Next) ?? []), word])
  }
  const chosen = [...words].map(([to, all]) => ({ to, word: all.join(', ') }))
  const caught = (state.Catch ?? []).map(({ ErrorEquals, Next }) => ({
    to: Next,
    word: ErrorEquals.map((error) => ERROR_WORDS[error] ?? error).join(', '),
  }))
  const next = state.Next ? [{ to: state.Next }] : []
  const otherwise = state.Default ? [{ to: state.Default, word: 'any other word' }] : []
  const starts = state.Arguments?.StateMachineArn
  const ends = !state.Next && !state.Choices ? [{ ...(starts && { word: `starts ${stageWord(starts)}` }) }] : []
  return [...chosen, ...next, ...caught, ...otherwise, ...ends]
}

/** "${AppealWindow}" becomes "appeal window". */
function stageWord(substitution: string): string {
  return substitution
    .replace(/[${}]/g, '')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase()
}

if (import.meta.main) {
  writeFileSync(README, stateMachinesReadme())
  console.log('Wrote statemachines/README.md')
}
