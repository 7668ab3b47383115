import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { textFile } from '../../lambdas/pack/manifest.ts'
import { LARGEST_PART_IN_BYTES, zipPack } from '../../lambdas/pack/zip.ts'
import { readZip } from './read-zip.ts'

const INDEX = textFile('index.html', '<h1>A pack</h1>')
/** Random bytes: nothing makes them smaller. */
const large = (name: string, size: number) => ({ name, bytes: randomBytes(size) })

describe('a pack', () => {
  it('is one zip that another reader reads, with the files in the order of their names', () => {
    const [only, ...more] = zipPack('A pack', [INDEX], [textFile('b.txt', 'B'), textFile('a/é.txt', 'A')])
    expect(more).toEqual([])
    const files = readZip(only?.bytes ?? new Uint8Array())
    expect([...files.keys()]).toEqual(['a/é.txt', 'b.txt', 'index.html', 'manifest.json', 'manifest.sha256'])
    expect(files.get('a/é.txt')?.toString()).toBe('A')
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toMatchObject({ title: 'A pack', parts: 1 })
  })

  it('has the same bytes whatever the time zone, and in whichever order its files come', () => {
    const files = [textFile('b.txt', 'B'), textFile('a.txt', 'A')]
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      const one = zipPack('A pack', [INDEX], files)
      process.env.TZ = 'America/Los_Angeles'
      expect(zipPack('A pack', [INDEX], files.toReversed())).toEqual(one)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('is split where it would be too large, and each part has the manifest of all', () => {
    const others = Array.from({ length: 5 }, (_, at) => large(`message-${at}`, 1_500_000))
    const parts = zipPack('A pack', [INDEX], others)
    expect(parts).toHaveLength(3)
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(LARGEST_PART_IN_BYTES)
    const read = parts.map(({ bytes }) => readZip(bytes))
    expect(new Set(read.map((files) => files.get('manifest.json')?.toString())).size).toBe(1)
    expect(read.map((files) => files.has('index.html'))).toEqual([true, true, true])
    const all = new Map(read.flatMap((files) => [...files]))
    for (const { name, bytes } of others) expect(all.get(name)?.equals(bytes)).toBe(true)
    const { files } = JSON.parse(all.get('manifest.json')?.toString() ?? '') as {
      files: { name: string; part: number }[]
    }
    expect(files.filter(({ name }) => name.startsWith('message')).map(({ part }) => part)).toEqual([1, 1, 2, 2, 3])
  })

  it('keeps to the limit with thousands of small files', () => {
    const others = Array.from({ length: 2000 }, (_, at) => large(`messages/rights_${at}.eml.txt`, 40))
    const parts = zipPack('A pack', [INDEX], others, 512 * 1024)
    expect(parts.length).toBeGreaterThan(1)
    for (const { bytes } of parts) expect(bytes.length).toBeLessThanOrEqual(512 * 1024)
  })

  it('is refused with two files of one name, or with one that no part has room for', () => {
    expect(() => zipPack('A pack', [INDEX], [textFile('index.html', '')])).toThrow(
      'Two files of a pack are called index',
    )
    expect(() => zipPack('A pack', [INDEX], [large('big', 30_000)], 20_000)).toThrow('The file big takes')
  })
})
