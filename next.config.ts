import path from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

const config: NextConfig = {
  // Stores in the same checkout each need a build folder; the launcher derives its name from NEXUS_DATA.
  distDir: process.env.NEXUS_DIST_DIR || '.next',
  cacheComponents: true,
  partialPrefetching: true,
  // Size of the page cache in bytes; the data cache has its own limit. Neither caches pages for things that do not
  // exist.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  cacheHandlers: { default: path.join(import.meta.dirname, 'next-data-cache.mjs') },
  poweredByHeader: false,
  experimental: {
    // next-env.d.ts refers to the route types, so tsconfig.json need not list build folders.
    strictRouteTypes: true,
    // Addresses without a route get a page of their own, so that other pages do not load its scripts.
    globalNotFound: true,
    // Cached pages are kept in memory only, because pages for arbitrary addresses must not fill the disk.
    isrFlushToDisk: false,
    // If enabled, every dynamic page would be rendered and sent twice, for a browser cache that static pages do not
    // need.
    cachedNavigations: false,
  },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'mongodb',
    'nodemailer',
    '@prisma/client',
    '@prisma/adapter-pg',
    'sharp',
    '@zxcvbn-ts/language-common',
    'dictionary-en',
    'dictionary-en-gb',
  ],
}

const ROUTE_FILES = ['tsx', 'ts']

// Production builds exclude *.dev.tsx routes (the mailbox and orders of the development tools).
export default (phase: string): NextConfig => ({
  ...config,
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx', ...ROUTE_FILES] : ROUTE_FILES,
})
