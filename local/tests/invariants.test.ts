import { describe, expect, it } from 'vitest'
import { sourceFiles } from './imports.ts'
import { namedInvariants, statedInvariants } from './invariants.ts'

const files = sourceFiles()
const isForTests = (path: string) => path.startsWith('tests/')
const stated = statedInvariants(files.filter(({ path }) => !isForTests(path)))
const named = namedInvariants(files.filter(({ path }) => path.endsWith('.test.ts')))

describe('the invariants at the head of files', () => {
  it('are numbered from 1 in each file, under a word of its own', () => {
    const words = new Map<string, string[]>()
    for (const { name, path } of stated) {
      const word = name.replace(/ \d+$/, '')
      words.set(word, [...(words.get(word) ?? []), `${name} in ${path}`])
    }
    expect(words.size).toBeGreaterThanOrEqual(8)
    for (const [word, places] of words) {
      const [, path] = places[0]?.split(' in ') ?? []
      expect(places).toEqual(places.map((_, index) => `${word} ${index + 1} in ${path}`))
    }
  })

  it('each have a test that names them', () => {
    expect(stated.filter(({ name }) => !named.has(name))).toEqual([])
  })

  it('are all that tests name', () => {
    const names = stated.map(({ name }) => name)
    expect([...named].filter((name) => !names.includes(name))).toEqual([])
  })

  it('are seen in a head and in titles, and nowhere else', () => {
    const text =
      '/**\n * What holds.\n *\n * Door 1. It shuts.\n * Door 2. It opens.\n */\n/**\n * Door 3. Later.\n */\n'
    expect(statedInvariants([{ path: 'door.ts', text }])).toEqual([
      { name: 'Door 1', sentence: 'It shuts.', path: 'door.ts' },
      { name: 'Door 2', sentence: 'It opens.', path: 'door.ts' },
    ])
    const titles = [
      "it('a [Door 1]', () => {",
      "  behaviour('x.html', 'b [Door 2] [Door 3]', {}, async",
      "  ])('c %s [Door 4]', async",
    ]
    const others = ['// [Door 5]', "const door = '[Door 6]'", "expect('[Door 7]')"]
    expect(namedInvariants([{ text: [...titles, "    'd [Door 8]',", ...others].join('\n') }])).toEqual(
      new Set(['Door 1', 'Door 2', 'Door 3', 'Door 4', 'Door 8']),
    )
  })
})
