// Installs the packages when they are missing or older than the lock file.
// Plain JavaScript on purpose: it runs before the project's own Node is there.
import { execSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const installed = new URL('node_modules/.package-lock.json', root)
const wanted = new URL('package-lock.json', root)

const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs
if (!upToDate) {
  // All it says goes to standard error, and it reads nothing: `npm run -s dates` answers on standard output, and its
  // standard input is the command's.
  console.error('Installing packages (npm ci)...')
  // Only errors: npm holds what packages ask of Node against the Node that runs npm, and they run with the project's own.
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] })
}
