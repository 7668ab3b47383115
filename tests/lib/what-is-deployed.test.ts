import { existsSync, globSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { LETTER_FILES, SHAPER_FILES } from '../../lambdas/messages/letter/letter-fonts.ts'
import { ofType } from './templates.ts'

const folders = () =>
  ofType('AWS::Lambda::Function').map(([id, { Properties }]) => {
    const { S3Key = '' } = (Properties.Code ?? {}) as { readonly S3Key?: string }
    return [id, join(inject('assembly'), `asset.${S3Key.replace('.zip', '')}`)] as const
  })

it('deploys of each function its bundled code and the fonts of the letters, and nothing else of the repository', () => {
  for (const [id, folder] of folders()) {
    expect([id, existsSync(folder)]).toEqual([id, true])
    const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile())
    expect([id, files.length > 0]).toEqual([id, true])
    const ofPackages = [
      ...LETTER_FILES.map((file) => `node_modules/${file}`),
      ...SHAPER_FILES.map((file) => basename(file)),
    ]
    const others = files.filter((file) => extname(file) !== '.mjs' && !ofPackages.includes(file))
    expect([id, others]).toEqual([id, []])
    // No source, no map back to it, no history, no tests and no settings.
    expect(files.filter((file) => /\.(ts|map|env|git)|^\.|test/.test(file))).toEqual([])
  }
})

it('runs each function without a way to look into it: no debugger, no flags of Node, no address of its own', () => {
  for (const [id, { Properties }] of ofType('AWS::Lambda::Function')) {
    const { Variables = {} } = (Properties.Environment ?? {}) as {
      readonly Variables?: Readonly<Record<string, unknown>>
    }
    expect([id, Object.keys(Variables).filter((name) => /NODE_|DEBUG|LOG_LEVEL/.test(name))]).toEqual([id, []])
    expect([id, Properties.Layers]).toEqual([id, undefined])
  }
  for (const type of ['AWS::Lambda::Url', 'AWS::EC2::Instance', 'AWS::S3::Bucket']) expect(ofType(type)).toEqual([])
})

it('keeps each log for three months, in a group of its own', () => {
  const groups = ofType('AWS::Logs::LogGroup')
  expect(groups.length).toBeGreaterThan(15)
  for (const [id, { Properties }] of groups) expect([id, Properties.RetentionInDays]).toEqual([id, 90])
})
