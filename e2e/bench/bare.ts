import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const FOLDER = path.join(import.meta.dirname, 'bare')
const ROOT = path.resolve(import.meta.dirname, '../..')
const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next')

async function next(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [NEXT, ...args], { cwd: ROOT, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`next ${args.join(' ')} ended with ${code}`)
}

/** A Next.js app whose pages contain nothing but text of a requested length; the baseline for the store. */
export class BareSite {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Builds and starts the site. `environment` is added to its environment variables. */
  static async start(port: number, environment: Record<string, string> = {}): Promise<BareSite> {
    await next('build', FOLDER)
    const child = spawn(process.execPath, [NEXT, 'start', FOLDER, '-p', String(port), '-H', '127.0.0.1'], {
      cwd: ROOT,
      stdio: 'ignore',
      env: { ...process.env, ...environment },
    })
    const site = new BareSite(`http://127.0.0.1:${port}`, child)
    await answering(`${site.url}/json`)
    return site
  }

  /** Returns the address of a page whose size is within a few per cent of `bytes`. */
  async pageOf(kind: 'static' | 'streamed', bytes: number): Promise<string> {
    const urlFor = (padding: number) => `${this.url}/${kind}/${Math.max(0, Math.round(padding))}`
    const [empty, full] = [await sizeOf(urlFor(0)), await sizeOf(urlFor(10_000))]
    return urlFor(((bytes - empty) * 10_000) / (full - empty))
  }

  async stop(): Promise<void> {
    this.child.kill()
    await once(this.child, 'exit')
  }
}

export const sizeOf = async (url: string): Promise<number> => (await (await fetch(url)).arrayBuffer()).byteLength

/** Resolves once the address answers with a success status; throws if it does not within `timeoutMs`. */
export async function answering(url: string, timeoutMs = 120_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; ; ) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    if (Date.now() > end) throw new Error(`${url} did not answer within ${timeoutMs / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
