import path from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

const config: NextConfig = {
  // Stores that share a checkout each need a build folder. The launcher derives it from NEXUS_DATA.
  distDir: process.env.NEXUS_DIST_DIR || '.next',
  cacheComponents: true,
  partialPrefetching: true,
  // Limits the page cache; the data cache has its own limit. Neither stores pages of missing things.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  cacheHandlers: { default: path.join(import.meta.dirname, 'next-data-cache.mjs') },
  poweredByHeader: false,
  experimental: {
    // Route types come from next-env.d.ts, so tsconfig.json does not have to name build folders.
    strictRouteTypes: true,
    // Addresses without a route have a separate page, so that other pages do not load its scripts.
    globalNotFound: true,
    // Pages for arbitrary addresses must not fill the disk.
    isrFlushToDisk: false,
    // This would render and send every dynamic page twice, for a browser cache that static pages do not need.
    cachedNavigations: false,
  },
  serverExternalPackages: ['pg', 'pg-boss', 'mongodb', 'nodemailer', '@prisma/client', '@prisma/adapter-pg', 'sharp'],
}

const ROUTE_FILES = ['tsx', 'ts']

// Production builds exclude *.dev.tsx routes (mailbox and orders for development).
export default (phase: string): NextConfig => ({
  ...config,
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx', ...ROUTE_FILES] : ROUTE_FILES,
})
