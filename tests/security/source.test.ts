import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
/** What becomes the functions. Their pages are made on the machine that builds them. */
const SOURCES = globSync('lambdas/**/*.ts', { cwd: ROOT }).filter(
  (path) => !/^lambdas\/web\/build\/|\/generated\//.test(path),
)
const TEMPLATES = globSync('lambdas/**/*.njk', { cwd: ROOT })

/** Every place of some files that fits, as "file: text". */
function found(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) => [...read(path).matchAll(pattern)].map(([text]) => `${path}: ${text}`))
}

describe('the code of the functions', () => {
  it('makes no code of a text, and starts no program', () => {
    expect(found(SOURCES, /\beval\(|new Function\(|node:(?:child_process|vm|worker_threads|cluster)/g)).toEqual([])
  })

  it('hashes with SHA-256 and HMAC-SHA-256 alone, and takes random numbers from the platform alone', () => {
    const calls = found(SOURCES, /create(?:Hash|Hmac)\('?[\w-]+/g)
    expect(calls.length).toBeGreaterThan(5)
    expect(calls.filter((call) => !/create(Hash|Hmac)\('sha256$/.test(call))).toEqual([])
    expect(found(SOURCES, /create(?:Cipher|Decipher|Sign|Verify)\w*\(|pbkdf2|scrypt|md5|sha1\b/gi)).toEqual([])
  })

  it('throws dice only for how long to wait before something is tried again', () => {
    const dice = found(SOURCES, /.*Math\.random.*/g)
    expect(dice.length).toBeGreaterThan(0)
    expect(dice.filter((line) => !/sleep, random: Math\.random/.test(line))).toEqual([])
  })

  it('opens no connection of its own: it asks AWS by its clients, and the directory by the library for it', () => {
    expect(found(SOURCES, /(?<![.\w])fetch\(|node:(?:http|https|http2|net|tls|dgram|dns)|new WebSocket/g)).toEqual([])
    // Who passes it on is the sign-in, which asks the issuer of the council's file.
    expect(
      found(SOURCES, /\bfetch\b/g).filter(
        (place) => !/^lambdas\/staff\/(sign-in\/|staff\.handler|service)/.test(place),
      ),
    ).toEqual(found(['lambdas/web/http/same-origin.ts'], /\bfetch\b/g))
  })

  it('reads files that lie beside it, and none that a request names', () => {
    const readers = SOURCES.filter((path) => /node:fs/.test(read(path)))
    expect(readers.length).toBeGreaterThan(0)
    for (const path of readers) expect([path, read(path)]).toEqual([path, expect.not.stringMatching(/c\.req\b|hono/)])
  })

  it('asks a table in words of its own: who writes them knows no request, and what was typed stands beside them', () => {
    const askers = SOURCES.filter((path) =>
      /(?:Key|Filter|Update|Condition|Projection)\w*Expression\b/.test(read(path)),
    )
    expect(askers.length).toBeGreaterThan(10)
    expect(found(askers, /\bc\.req\b|from 'hono|typedForm|parseBody/g)).toEqual([])
    // What is in a part of the words comes from the code: constants, and which of some texts.
    expect(found(askers, /Expression:\s*`[^`]*\$\{[^}]*(?:typed|answers|form|body|name\b|words)[^}]*\}/g)).toEqual([])
  })

  it('makes a pattern of a text only with its special characters escaped', () => {
    const makers = SOURCES.filter((path) => /new RegExp\(/.test(read(path)))
    const constant = [
      'lambdas/cases/case-id.ts',
      'lambdas/guidance/first-terms.ts',
      'lambdas/messages/days-in.ts',
      'lambdas/messages/letter/printable-text.ts',
    ]
    const others = makers.filter((path) => !constant.includes(path))
    expect(others.length).toBeGreaterThan(0)
    for (const path of others)
      expect([path, read(path)]).toEqual([path, expect.stringMatching(/\[\.\*\+\?\^\$\{\}\(\)\|\[\\\]/)])
  })
})

describe('the pages', () => {
  it('have no script, no frame but that of an email as it was sent, and nothing of another website', () => {
    expect(found(TEMPLATES, /<script|\son\w+=|javascript:|<object|<embed|<base/gi)).toEqual([])
    // A page that is given out as a file stands alone, and has its look with it.
    const ofTheService = TEMPLATES.filter((path) => !path.endsWith('/index.html.njk'))
    expect(found(ofTheService, /<style/gi)).toEqual([])
    expect(found(TEMPLATES, /<iframe[^>]*>/g)).toEqual([expect.stringMatching(/sandbox/)])
    expect(found(TEMPLATES, /(?:src|<link[^>]*href)="(?:https?:)?\/\//g)).toEqual([])
  })

  it('show no text as markup that was not escaped before', () => {
    const shown = TEMPLATES.flatMap((path) => read(path).match(/\{\{[^}]*\| safe[^}]*\}\}/g) ?? [])
    // A picture is made of parts that are escaped where they are made: lambdas/reports/charts/svg.ts.
    expect([...new Set(shown.filter((one) => !/\| escape \|/.test(one)))]).toEqual(['{{ chart.svg | safe }}'])
  })

  it('take no file, but where a council brings in its cases, and the figures that it types in', () => {
    const elsewhere = (paths: readonly string[]) =>
      paths.filter((path) => !/^lambdas\/staff\/(?:import\/|outcomes\/figures)/.test(path))
    expect(found(elsewhere(TEMPLATES), /type="file"|enctype=|govukFileUpload/g)).toEqual([])
    expect(found(elsewhere(SOURCES), /instanceof File\b|\.formData\(/g)).toEqual([])
  })
})

describe('the packages of others', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<
      Record<string, { readonly resolved?: string; readonly integrity?: string; inBundle?: boolean; link?: boolean }>
    >
  }
  const others = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link)

  it('are all written down, each with where it comes from and what it is to the byte', () => {
    expect(others.length).toBeGreaterThan(300)
    // What comes within another package is held by that one's hash.
    for (const [path, { resolved, integrity = '' }] of others.filter(([, { inBundle }]) => !inBundle)) {
      // Without an address of its own a package comes from npm's registry.
      expect([path, resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')]).toEqual([path, true])
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)])
    }
  })

  it('are asked for by one exact version each, and may run nothing when they are installed but two', () => {
    const { dependencies, devDependencies, allowScripts } = JSON.parse(read('package.json')) as Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >
    const versions = Object.entries({ ...dependencies, ...devDependencies }).filter(([, one]) => one !== 'file:local')
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
    expect(Object.entries(allowScripts ?? {}).flatMap(([name, allowed]) => (allowed ? [name] : []))).toEqual([
      'esbuild',
      'node',
    ])
  })
})
