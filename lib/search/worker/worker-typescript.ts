import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Runs a TypeScript file in a thread. What loads TypeScript in the main thread does not reach into others on Node.js 20. */
export function startTypescript(file: URL, workerData: unknown): Worker {
  // Not resolved as 'tsx/esm/api', which would give the variant for require: that one does not find its own files.
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'))
  const loader = JSON.stringify(pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href)
  const entry = JSON.stringify(file.href)
  const code = `import(${loader}).then(({ tsImport }) => tsImport(${entry}, ${entry}))`
  return new Worker(code, { eval: true, workerData, execArgv: [] })
}
