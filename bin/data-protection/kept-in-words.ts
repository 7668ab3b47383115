import { CLASSES, type DataClass, KEPT, TABLES } from './kept-data.ts'

/** Between these lines of docs/data-protection.md stands what is made from the code. */
const BEGIN = '<!-- Made by npm run data-protection. -->'
const END = '<!-- Until here. -->'

/** The page with the table of everything that is stored as the code has it. @throws Error when its place is not there */
export function withKeptData(page: string): string {
  const [before, rest] = page.split(`${BEGIN}\n`)
  const [, after] = (rest ?? '').split(END)
  if (before === undefined || after === undefined) throw new Error(`The page has no lines "${BEGIN}" and "${END}".`)
  return `${before}${BEGIN}\n\n${keptInWords()}\n${END}${after}`
}

function keptInWords(): string {
  const legend = Object.values(CLASSES).map(([short, is]) => `- **${short}**: ${is}.`)
  const tables = Object.entries(TABLES).map(([table, about]) => {
    const rows = Object.entries(KEPT).filter(([, kept]) => kept.table === table)
    const lines = rows.map(
      ([type, { is, why, attributes }]) => `| \`${type}\`: ${is} | ${why} | ${attributesInWords(attributes)} |`,
    )
    return `### The table ${table}\n\n${about}\n\n| Row | Why it is kept | What it holds |\n|---|---|---|\n${lines.join('\n')}\n`
  })
  return [`What an attribute says:\n\n${legend.join('\n')}\n`, ...tables].join('\n')
}

function attributesInWords(attributes: Readonly<Partial<Record<DataClass, readonly string[]>>>): string {
  return Object.entries(CLASSES)
    .flatMap(([name, [short]]) => {
      const own = attributes[name as DataClass]
      return own ? [`**${short}**: ${own.map((attribute) => `\`${attribute}\``).join(', ')}`] : []
    })
    .join('<br>')
}
