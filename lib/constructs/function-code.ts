import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LAMBDAS = join(ROOT, 'lambdas')

/** Bundled packages that were CommonJS call require for Node's own modules: https://github.com/evanw/esbuild/pull/2067 */
const REQUIRE_IN_MODULES =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** What a function has besides what its handler imports. */
export interface BesidesItsImports {
  /**
   * Files of packages that the function reads as they are: "some-font/regular.ttf". They lie below node_modules in the
   * bundle, where `import.meta.resolve` finds them.
   */
  readonly files?: readonly string[]
  /** Files that a bundled package looks for beside its own code: `SHAPER_FILES`. They lie beside the bundle's. */
  readonly filesBesideTheCode?: readonly string[]
  /** The path of the council's file, for a handler that imports parts of it from "#council". */
  readonly councilFile?: string
}

/**
 * The code of a function, bundled: nothing is installed where it runs.
 *
 * @param handler the file that exports the handler
 */
export function functionCode(
  handler: string,
  { files = [], filesBesideTheCode = [], councilFile }: BesidesItsImports,
): Code {
  return Code.fromAsset(LAMBDAS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none: functions are bundled on this machine'),
      // Never run. Two assets with the same words here would be taken for one.
      command: [handler, councilFile ?? '', ...files, ...filesBesideTheCode],
      local: {
        tryBundle(directory) {
          bundle(handler, directory, councilFile)
          for (const file of files) copyFile(file, join(directory, 'node_modules', file))
          for (const file of filesBesideTheCode) copyFile(file, join(directory, basename(file)))
          return true
        },
      },
    },
  })
}

function copyFile(file: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true })
  copyFileSync(fileURLToPath(import.meta.resolve(file)), copy)
}

/**
 * Bundles a module into index.mjs of a folder. What is loaded with `await import()` goes into files of its own: in one file
 * with the rest it would be read at every start, and would keep esbuild from leaving out what nothing uses.
 */
export function bundle(entry: string, directory: string, councilFile?: string): void {
  buildSync({
    entryPoints: { index: entry },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE_IN_MODULES },
    logLevel: 'error',
    // Of a JSON file that is imported by name, esbuild keeps the parts that are named.
    ...(councilFile && { alias: { '#council': councilFile } }),
  })
}
