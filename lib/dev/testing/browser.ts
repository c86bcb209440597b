import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { runTool } from '../launcher/process/tool'

const LAUNCH_TIMEOUT_MS = 30_000
/** The headless shell comes first, because it needs a third of the full browser's time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const PACKAGE_MANAGERS = [
  [
    'apt-get',
    'apt-get update -q && export DEBIAN_FRONTEND=noninteractive && { apt-get install -qy --no-install-recommends chromium-headless-shell || apt-get install -qy --no-install-recommends chromium; }',
  ],
  ['dnf', 'dnf install -qy chromium'],
  ['apk', 'apk add --no-cache chromium'],
] as const

/** A browser to start: an executable, or Playwright's own browser if there is no path. */
export type Browser = { executablePath?: string; name: string }

/**
 * Returns a Chromium that starts on this machine: the one that NEXUS_BROWSER names, Playwright's, or the system's. If
 * there is none, installs one with Playwright's installer or the package manager. Throws an error with advice if that
 * fails.
 */
export async function findBrowser(say: (line: string) => void): Promise<Browser> {
  const named = process.env.NEXUS_BROWSER
  if (named) {
    if (await starts(named)) return { executablePath: named, name: named }
    throw new Error(`NEXUS_BROWSER names ${named}, which does not start.`)
  }
  const found = (await playwrights()) ?? (await systems())
  if (found) return found
  say('No Chromium here: trying to install one')
  const installed = (await installPlaywrights()) ?? (await installSystems(say))
  if (installed) return installed
  throw new Error(
    'No Chromium was found, and none could be installed. Do one of these, then run npm test again:\n' +
      '  npx playwright install --with-deps chromium\n' +
      '  sudo apt-get install chromium    (or the like of your system)\n' +
      '  export NEXUS_BROWSER=/path/to/chrome',
  )
}

async function playwrights(): Promise<Browser | null> {
  return (await starts()) ? { name: "Playwright's own Chromium" } : null
}

async function systems(): Promise<Browser | null> {
  const inPath = NAMES.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  for (const executablePath of [...inPath, ...PLACES].filter(isProgram))
    if (await starts(executablePath)) return { executablePath, name: executablePath } // some only print installation advice
  return null
}

async function installPlaywrights(): Promise<Browser | null> {
  const { code } = await runTool('playwright', ['install', 'chromium'])
  if (code !== 0) return null // no network
  const browser = await playwrights()
  if (browser || process.platform !== 'linux' || !isRoot()) return browser
  await runTool('playwright', ['install-deps', 'chromium']) // installs the system libraries that Chromium needs
  return playwrights()
}

const isRoot = () => process.getuid?.() === 0

async function installSystems(say: (line: string) => void): Promise<Browser | null> {
  if (!isRoot()) return null
  for (const [manager, command] of PACKAGE_MANAGERS) {
    if (spawnSync('/bin/sh', ['-c', `command -v ${manager}`]).status !== 0) continue
    say(`Installing Chromium with ${manager}`)
    spawnSync('/bin/sh', ['-c', command], { stdio: 'ignore' })
    const browser = await systems()
    if (browser) return browser
  }
  return null
}

async function starts(executablePath?: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, timeout: LAUNCH_TIMEOUT_MS })
    await browser.close()
    return true
  } catch {
    return false
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return existsSync(file)
  } catch {
    return false
  }
}
