import path from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

const config: NextConfig = {
  // Several stores from one checkout need a folder each; the launcher derives it from NEXUS_DATA.
  distDir: process.env.NEXUS_DIST_DIR || '.next',
  cacheComponents: true,
  partialPrefetching: true,
  // Bounds the pages; the other cache says its bound itself. Neither keeps anything of what does not exist.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  cacheHandler: path.join(import.meta.dirname, 'next-page-cache.mjs'),
  cacheHandlers: { default: path.join(import.meta.dirname, 'next-data-cache.mjs') },
  poweredByHeader: false,
  experimental: {
    // The types of routes come through next-env.d.ts, so tsconfig.json need not name every build folder.
    strictRouteTypes: true,
    // An address without a route has a page of its own, so that no other page carries its scripts.
    globalNotFound: true,
    // Addresses that strangers make up must not fill the disk.
    isrFlushToDisk: false,
    // With it every dynamic page is rendered and sent twice, for a browser cache that static pages do without.
    cachedNavigations: false,
  },
  serverExternalPackages: ['pg', 'pg-boss', 'mongodb', 'nodemailer', '@prisma/client', '@prisma/adapter-pg', 'sharp'],
}

const ROUTE_FILES = ['tsx', 'ts']

// Routes in *.dev.tsx, such as the dev mailbox, are not part of a production build at all.
export default (phase: string): NextConfig => ({
  ...config,
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx', ...ROUTE_FILES] : ROUTE_FILES,
})
