import { describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { renderLetter } from '../../../lambdas/messages/letter/render-letter.ts'
import { MissingLettersError } from '../../../lambdas/messages/letter/unprintable-letter-error.ts'
import type { MessageSituation } from '../../../lambdas/messages/message-situation.ts'
import { bodyText, millimetres, readTaggedDocument, textOf, textsThatAreSaid } from '../../read-tagged-document.ts'
import { ACCENTED_HELP, ACCENTED_WHOLE } from '../languages/fixture-languages.ts'
import { council, SITUATIONS } from '../situations.ts'
import { letterOf, paperFor } from './letters-for-tests.ts'

const RIGHTS = SITUATIONS['rights, refusal to assess, August'] as MessageSituation

describe('the file', () => {
  it('is the same, byte for byte, when it is made again', async () => {
    const [first, second] = [await letterOf(RIGHTS), await letterOf(RIGHTS)]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('says what PDF/UA asks for: a title that is shown, the language, the tags and the standard', async () => {
    const letter = await readTaggedDocument(await letterOf(RIGHTS))
    expect(letter).toMatchObject({
      title: composeMessage(RIGHTS).content.subject,
      language: 'en-GB',
      showsTitle: true,
      isTagged: true,
    })
    expect(letter.metadata('dc:title')).toBe(letter.title)
    expect(letter.metadata('pdfuaid:part')).toBe('1')
  })

  it('holds its fonts, reads its links in order on every page, and numbers its lists', async () => {
    const bytes = await letterOf(RIGHTS)
    const { pages } = await readTaggedDocument(bytes)
    const source = Buffer.from(bytes).toString('latin1')
    const fonts = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name)
    expect(new Set(fonts)).toEqual(new Set(['BZZZZZ+NotoSans-Bold', 'CZZZZZ+NotoSans-Regular']))
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2)
    expect(source.match(/\/ToUnicode /g)).toHaveLength(2)
    expect(source).not.toContain('/CIDSet')
    expect(source.match(/\/Tabs \/S/g)).toHaveLength(pages.length)
    expect(source).toContain('/ListNumbering /Decimal')
    expect(source).toContain('/ListNumbering /Disc')
  })

  it('keeps a title readable that has signs of XML', async () => {
    const content = { ...composeMessage(RIGHTS).content, subject: 'Bath & North East <Somerset>' }
    const { title, metadata } = await readTaggedDocument(await renderLetter(content, paperFor(RIGHTS)))
    expect(title).toBe('Bath and North East Somerset')
    expect(metadata('dc:title')).toBe('Bath and North East Somerset')
  })

  it('bears the day of the letter, not of its making', async () => {
    const source = Buffer.from(await letterOf(RIGHTS)).toString('latin1')
    expect([...source.matchAll(/\(D:([^)]+)\)/g)].map(([, date]) => date)).toEqual(['20260630000000Z'])
    expect((await firstTexts(RIGHTS)).includes('Tuesday 30 June 2026')).toBe(true)
  })
})

describe('the words on paper', () => {
  it('begin with the council, who answers there, the address and the day', async () => {
    expect((await firstTexts(RIGHTS)).slice(0, 8)).toEqual([
      council.name,
      council.contacts.officer.name,
      `Phone: ${council.contacts.officer.phone}`,
      `Email: ${council.contacts.officer.email}`,
      'Zuleika Quorn Flat 2, Peregrine House 14 Temple Street Keynsham Bristol BS31 1LA',
      'Tuesday 30 June 2026',
      'Case reference: 2026-0001',
      'Your right to appeal, and what to do first',
    ])
  })

  it('say nothing of a file that only an email has', async () => {
    const situation = SITUATIONS['meeting arranged'] as MessageSituation
    expect(composeMessage(situation).text).toContain('the file in this email')
    expect(bodyText(await readTaggedDocument(await letterOf(situation)))).not.toContain('this email')
  })

  it('keep names in the scripts of Europe, however their accents are typed', async () => {
    const name = 'Zażółć Šťastný Ελένη Иван Gülşen Țuțu'
    for (const typed of [name, name.normalize('NFD')]) {
      const contact = { ...RIGHTS.contact, name: typed }
      const texts = await firstTexts({ ...RIGHTS, contact })
      expect(texts).toContain(`Dear ${name}`)
      expect(texts.some((text) => text.startsWith(`${name} Flat 2`))).toBe(true)
    }
  })

  it('move below the window of the envelope when the name of who answers is too long to stand above it', async () => {
    const from = {
      ...council.contacts.officer,
      name: 'Statutory Special Educational Needs and Inclusion Service, Children’s Services',
    }
    const { pages } = await readTaggedDocument(await letterOf(RIGHTS, { size: 'large-print', from }))
    const texts = pages[0]?.texts ?? []
    expect(texts.find(({ text }) => text === 'Email: ')?.baseline).toBeGreaterThan(millimetres(92))
    expect(texts.find(({ text }) => text === council.name)?.baseline).toBeLessThan(millimetres(46))
  })

  it('are marked where they are in another language, as a line on where help is', async () => {
    const { content } = composeMessage(RIGHTS, { language: ACCENTED_HELP })
    const bytes = await renderLetter(content, paperFor(RIGHTS))
    expect(bodyText(await readTaggedDocument(bytes))).toContain('Ţĥîš ļéţţéŕ îš åƀöûţ ýöûŕ ŕîĝĥţš'.toLowerCase())
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Lang \(en-XA\)/g),
    ).toHaveLength(1)
  })

  it('call the phone what the language calls it, where the whole letter is in that language', async () => {
    const { content } = composeMessage(RIGHTS, { language: ACCENTED_WHOLE })
    const letter = await readTaggedDocument(await renderLetter(content, paperFor(RIGHTS, { language: 'en-XA' })))
    const label = content.language?.labels.phone
    expect(bodyText(letter)).toContain(`${label}: ${council.contacts.officer.phone}`)
    expect(bodyText(letter)).not.toContain('Phone:')
  })

  it.each([
    ['NotoSansArabic', 'مُحَمَّد عبد الله'],
    ['NotoSansHebrew', 'שָׁלוֹם כהן'],
    ['NotoSansBengali', 'রহিমা খাতুন'],
    ['NotoSansDevanagari', 'प्रिया शर्मा'],
    ['NotoSansGurmukhi', 'ਹਰਪ੍ਰੀਤ ਕੌਰ'],
    ['NotoSansGujarati', 'શ્રી પટેલ'],
    ['NotoSansTamil', 'தமிழ் செல்வி'],
  ])('are set in %s, and read out letter by letter as they were typed', async (font, name) => {
    const contact = { ...RIGHTS.contact, name }
    const bytes = await letterOf({ ...RIGHTS, contact })
    expect(Buffer.compare(bytes, await letterOf({ ...RIGHTS, contact }))).toBe(0)
    expect(Buffer.from(bytes).toString('latin1')).toContain(`+${font}-Regular`)
    // Once in the window of the envelope, once in "Dear ...".
    const said = textsThatAreSaid(bytes).map((text) => text.trim())
    expect(said.filter((text) => text === name.normalize('NFC')).length).toBeGreaterThanOrEqual(2)
  })

  it('are refused, not left out, when no font has letters for them', async () => {
    const contact = { ...RIGHTS.contact, name: 'Zuleika 王小明' }
    const failure = await letterOf({ ...RIGHTS, contact }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MissingLettersError)
    const { characters, message } = failure as MissingLettersError
    expect(characters).toEqual(['王', '小', '明'])
    expect(message).toContain('3 characters that no font of ours can show')
    // The message can be logged: no letter of the name is in it.
    expect(`${message} ${JSON.stringify(failure)}`).not.toMatch(/[王小明]|Zuleika/)
  })
})

async function firstTexts(situation: MessageSituation): Promise<string[]> {
  const { pages } = await readTaggedDocument(await letterOf(situation))
  return (pages[0]?.elements ?? []).map(textOf)
}
