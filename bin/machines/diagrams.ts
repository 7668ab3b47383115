import { FACT_TYPES, kindOf } from '../../lambdas/cases/facts.ts'
import { isHeardBy, STAGES, tableOf } from '../../lambdas/cases/stages.ts'
import { type State, type StateMachine, stateMachine } from './state-machine.ts'

/** The words on an edge that an error takes. */
const ERROR_WORDS: Readonly<Record<string, string>> = {
  'States.Timeout': 'time to look again',
  CaseMovedOn: 'there is news',
}

/** The whole README of the state machines' folder: each stage as a diagram and as sentences. */
export function stateMachinesReadme(): string {
  const sections = STAGES.map((stage) => section(stage, stateMachine(tableOf(stage))))
  return `# The journey of a case

Each stage of a case is one state machine, in a file of its own. A stage tells the family what is due, waits for a person
or a day, and chooses by one word what comes next. It works out nothing: the dates come from \`lambdas/law\`.

What is recorded on a case starts its stages, in the same transaction. Several can be under way at once: mediation beside
the appeal window or the Tribunal, a complaint beside all of them. The case closes when none is. None of them stops the
time to appeal.

The machines and this page are written by \`npm run machines\` from the tables of the stages, each a file \`stage.ts\` in a folder
of \`lambdas/cases\`. A test fails when they differ.

## What starts each stage

\`\`\`mermaid
${overview().join('\n')}
\`\`\`

${sections.join('\n')}`
}

/** From each stage to those that begin with a fact that it hears. What no stage waits for comes from the council itself. */
function overview(): string[] {
  const words = new Map<string, string[]>()
  for (const fact of FACT_TYPES) {
    const started = kindOf(fact).canStart
    const from = STAGES.filter((stage) => isHeardBy(stage, fact) && !started.includes(stage))
    for (const to of started) {
      for (const one of from.length > 0 ? from : ['council']) {
        const edge = `${one} -->|WORDS| ${to}`
        words.set(edge, [...(words.get(edge) ?? []), fact.replaceAll('-', ' ')])
      }
    }
  }
  return [
    'flowchart LR',
    '  council([The council records])',
    ...STAGES.map((stage) => `  ${stage}[${stage.replaceAll('-', ' ')}]`),
    ...[...words].map(([edge, facts]) => `  ${edge.replace('WORDS', facts.join(', '))}`),
  ]
}

function section(stage: string, machine: StateMachine): string {
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
  const ends = !state.Next && !state.Choices ? [{}] : []
  return [...chosen, ...next, ...caught, ...otherwise, ...ends]
}
