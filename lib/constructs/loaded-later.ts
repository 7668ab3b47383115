import { fileURLToPath } from 'node:url'
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs'

/** What a function does not load when it starts, but only when it needs it, with `await import()` or from a file. */
export interface LoadedLater {
  /** Names of packages. Each is bundled into a file of its own. */
  readonly packages: readonly string[]
  /** Files of packages that are read as they are: "some-font/regular.ttf". Found by `import.meta.resolve`. */
  readonly files: readonly string[]
}

const SCRIPT = fileURLToPath(new URL('place-loaded-later.ts', import.meta.url))

/** Puts them into a function's bundle, below node_modules, where Node looks for them. */
export function placeLoadedLater({ packages, files }: LoadedLater): ICommandHooks {
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_inputDirectory, outputDirectory) => {
      const words = [process.execPath, SCRIPT, outputDirectory]
      for (const name of packages) words.push('--package', name)
      for (const name of files) words.push('--file', name)
      return [words.map((word) => `"${word}"`).join(' ')]
    },
  }
}
