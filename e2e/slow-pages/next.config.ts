import path from 'node:path'
import type { NextConfig } from 'next'

const ROOT = path.resolve(import.meta.dirname, '../..')

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  cacheHandlers: { default: path.join(ROOT, 'next-data-cache.mjs') },
  experimental: { isrFlushToDisk: false },
  turbopack: { root: ROOT },
}

export default config
