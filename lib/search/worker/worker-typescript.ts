import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * Runs a TypeScript file in a worker thread. In Node.js 20, loaders registered on the main thread do not apply to
 * worker threads.
 */
export function startTypescript(file: URL, workerData: unknown): Worker {
  // Resolving 'tsx/esm/api' would return the CommonJS build, which cannot find its own files.
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = JSON.stringify(pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href)
  const entry = JSON.stringify(file.href)
  const code = `import(${loader}).then(({ tsImport }) => tsImport(${entry}, ${entry}))`
  return new Worker(code, { eval: true, workerData, execArgv: [] })
}
