import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const { resolve } = createRequire(import.meta.url)
/** Beside the installed packages, so that it goes when they go and nothing is left elsewhere on the machine. */
const CACHE = fileURLToPath(new URL('../node_modules/.cache', import.meta.url))

/**
 * Starts the project's own Chromium, which npm brings: nothing on the machine is needed. It is unpacked once (about two
 * seconds) into node_modules/.cache. Close it with `browser.close()`, in an `afterAll`.
 */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpackedChromium()
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    headless: true,
    // The pages are our own and the machine may be a container, where Chromium's sandbox cannot start.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
}

/** The folder with the browser. Two test files may come here at once: the first to finish unpacking wins. */
async function unpackedChromium(): Promise<string> {
  const installed = dirname(dirname(resolve('@sparticuz/chromium')))
  const { version } = createRequire(import.meta.url)(join(installed, 'package.json')) as { version: string }
  const folder = join(CACHE, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  const staging = mkdtempSync(join(CACHE, 'unpacking-'))
  await unpackInto(staging)
  try {
    renameSync(staging, folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The package unpacks into the temporary folder and takes no other, so that is what it is told for a moment. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
