import type { Answer, ServiceForTests } from '../service-for-tests.ts'

/** The names of the inputs that a page shows and that are not hidden. */
export function inputsIn(html: string): readonly string[] {
  return [...html.matchAll(/<(?:input|textarea)[^>]*\sname="([^"]+)"/g)]
    .filter(([tag]) => !tag.includes('type="hidden"'))
    .map(([, name = '']) => name)
}

/**
 * Answers question pages as a browser would: each page sends the inputs that it shows, with these answers.
 * @param from the address to begin at @returns the addresses of the pages that were answered, and the one that came after them
 */
export async function walkPages(
  service: Pick<ServiceForTests, 'ask' | 'post'>,
  from: string,
  answers: Readonly<Record<string, string>>,
): Promise<{ readonly answered: readonly string[]; readonly at: string; readonly last: Answer }> {
  const answered: string[] = []
  let at = from
  for (let page = await service.ask(at); ; page = await service.ask(at)) {
    if (page.status === 303) {
      at = page.location ?? ''
      continue
    }
    if (at.endsWith('/check') || page.status !== 200) return { answered, at, last: page }
    const sent = Object.fromEntries(
      inputsIn(page.html)
        .map((name) => [name, answers[name] ?? ''] as const)
        // A box that is not ticked, or a choice without one, is not sent.
        .filter(([name, value]) => value !== '' || !page.html.includes(`name="${name}" type="radio"`))
        .filter(([name, value]) => value !== '' || !page.html.includes(`name="${name}" type="checkbox"`)),
    )
    const { status, location, html } = await service.post(at, sent)
    if (status !== 303) throw new Error(`${at} answered ${status}: ${html}`)
    answered.push(at)
    at = location ?? ''
  }
}
