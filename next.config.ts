import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

// Few, for every answer pays for each. Browsers that know frame-ancestors need no X-Frame-Options, and theirs is the
// sensible Referrer-Policy unless told otherwise.
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
]

const config: NextConfig = {
  // Who knows the address of an order may see it, so it is told to no other site. (Not even to this one would leave the
  // order's own forms without an Origin to be told from foreign ones by.)
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/orders/:path*', headers: [{ key: 'Referrer-Policy', value: 'same-origin' }] },
  ],
  // Several stores from one checkout need a folder each; the launcher derives it from NEXUS_DATA.
  distDir: process.env.NEXUS_DIST_DIR || '.next',
  cacheComponents: true,
  partialPrefetching: true,
  // Bounds two caches, pages and 'use cache' entries, each.
  cacheMaxMemorySize: 128 * 1024 * 1024,
  poweredByHeader: false,
  experimental: {
    // The types of routes come through next-env.d.ts, so tsconfig.json need not name every build folder.
    strictRouteTypes: true,
    // An address without a route has a page of its own, so that no other page carries its scripts.
    globalNotFound: true,
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
