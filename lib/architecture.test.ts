import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const MAX_LINES = 300

/** Which layers of ours a layer may import besides itself, and which packages it must not. The key is the longest folder or file that matches. */
const LAYERS: Record<string, { may: string[]; never?: RegExp }> = {
  'lib/errors': { may: [] },
  'lib/env': { may: [] },
  'lib/cache': { may: [] },
  'lib/domain': { may: ['lib/errors'], never: /^(next|react|mongodb|pg|@prisma|node:fs|node:net)/ },
  'lib/contracts': { may: ['lib/domain', 'lib/errors'], never: /^(next|react|pg|@prisma)/ },
  'lib/look': { may: [], never: /^(next|mongodb|pg|@prisma)/ },
  'lib/db': { may: ['lib/env', 'lib/contracts', 'lib/errors'], never: /^(next|react)/ },
  'lib/search': { may: ['lib/db', 'lib/domain', 'lib/contracts', 'lib/errors', 'lib/env'], never: /^(next|react)/ },
  'lib/media': { may: ['lib/env', 'lib/domain'], never: /^(next|react)/ },
  'lib/services': {
    may: [
      'lib/db',
      'lib/search',
      'lib/domain',
      'lib/contracts',
      'lib/errors',
      'lib/payments/provider',
      'lib/jobs/enqueue',
      'lib/jobs/queues',
      'lib/env',
    ],
    never: /^(next|react|nodemailer)/,
  },
  'lib/jobs/enqueue': {
    may: ['lib/db', 'lib/env', 'lib/jobs/queues', 'lib/errors', 'lib/contracts'],
    never: /^(next|react)/,
  },
  'lib/jobs/queues': { may: ['lib/contracts', 'lib/db', 'lib/env'], never: /^(next|react)/ },
  'lib/jobs': {
    may: [
      'lib/services',
      'lib/mail',
      'lib/payments',
      'lib/auth/internal-token',
      'lib/db',
      'lib/domain',
      'lib/contracts',
      'lib/env',
      'lib/errors',
      'lib/cache',
    ],
    never: /^(next|react)/,
  },
  'lib/mail': { may: ['lib/domain', 'lib/contracts', 'lib/env', 'lib/errors'], never: /^(next|react)/ },
  'lib/auth': { may: ['lib/env', 'lib/contracts', 'lib/errors'] },
  'lib/queries': { may: ['lib/services', 'lib/auth', 'lib/contracts', 'lib/domain', 'lib/cache', 'lib/errors'] },
  'lib/operations': {
    may: ['lib/services', 'lib/auth/policies', 'lib/auth/actor', 'lib/contracts', 'lib/errors'],
    never: /^(next|react)/,
  },
  'lib/http': {
    may: ['lib/operations', 'lib/services', 'lib/auth', 'lib/contracts', 'lib/domain', 'lib/cache', 'lib/errors'],
  },
  'lib/dev': { may: ['lib', 'prisma', 'scripts'] },
  components: {
    may: ['lib/queries', 'lib/contracts', 'lib/domain', 'lib/actions', 'lib/auth', 'lib/look', 'lib/errors'],
  },
  app: { may: ['lib', 'components'] },
  prisma: { may: ['lib'] },
  scripts: { may: ['lib', 'prisma', 'e2e'] },
  e2e: { may: ['lib', 'prisma', 'scripts'] },
}

/** What a file must read by itself: tools load it without the app, or replace the name while they bundle it. */
const FORCED: Record<string, string> = {
  'instrumentation.ts': 'NEXT_RUNTIME',
  'lib/search/worker/worker-start.ts': 'NEXT_RUNTIME',
  'next.config.ts': 'NEXUS_DIST_DIR',
}

const atTheTop = readdirSync(ROOT).filter((name) => /\.(ts|mts|mjs)$/.test(name) && name !== 'next-env.d.ts')
const files = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e']
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
  .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
  .filter((file) => !file.startsWith('lib/db/generated/'))
  .concat(atTheTop)
const sources = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes('/testing/')

const within = (file: string, layer: string) =>
  file === layer || file.startsWith(`${layer}/`) || file.replace(/\.tsx?$/, '') === layer
const layerOf = (file: string) =>
  Object.keys(LAYERS)
    .filter((layer) => within(file, layer))
    .sort((a, b) => b.length - a.length)[0]

function importsOf(file: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...sources.get(file)!.matchAll(pattern)].map((match) => match[1] ?? match[2]!)
}

const ours = (file: string, specifier: string): string | undefined =>
  specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.join(path.dirname(file), specifier)
      : undefined

describe('the architecture', () => {
  it('lets each layer import only what it may', () => {
    const faults = files
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const layer = layerOf(file)
        if (!layer) return []
        const { may, never } = LAYERS[layer]!
        return importsOf(file).flatMap((specifier) => {
          const target = ours(file, specifier)
          if (target === undefined) return never?.test(specifier) ? [`${file} imports ${specifier}`] : []
          const isAllowed = layerOf(target) === layer || [layer, ...may].some((allowed) => within(target, allowed))
          return isAllowed ? [] : [`${file} imports ${target}`]
        })
      })
    expect(faults).toEqual([])
  })

  it('lets nothing import a route', () => {
    const faults = files.filter(
      (file) =>
        !file.startsWith('app/') && importsOf(file).some((specifier) => ours(file, specifier)?.startsWith('app/')),
    )
    expect(faults).toEqual([])
  })

  it('reads process.env in lib/env, prisma.config, lib/dev, scripts and e2e only, and what tools force', () => {
    const mayRead = /^(lib\/env\.ts|prisma\.config\.ts|lib\/dev\/|scripts\/|e2e\/)/
    const faults = files
      .filter((file) => !isTest(file) && !mayRead.test(file))
      .flatMap((file) =>
        [...sources.get(file)!.matchAll(/process\.env\b(?:\.(\w+))?/g)]
          .filter(([, name]) => name === undefined || name !== FORCED[file])
          .map(([read]) => `${file} reads ${read}`),
      )
    expect(faults).toEqual([])
  })

  it('says "use server" in lib/actions only', () => {
    const faults = files.filter(
      (file) => !file.startsWith('lib/actions/') && /^\s*['"]use server['"]/m.test(sources.get(file)!),
    )
    expect(faults).toEqual([])
  })

  it('keeps client components in leaves called -client', () => {
    const faults = files.filter(
      (file) => /^['"]use client['"]/.test(sources.get(file)!) && !/(-client|error)\.tsx?$/.test(file),
    )
    expect(faults).toEqual([])
  })

  it('uses next/cache in queries, actions, http and the route that expires tags only', () => {
    const mayUse = /^(lib\/(queries|actions|http)\/|app\/api\/internal\/)/
    const faults = files.filter((file) => !mayUse.test(file) && importsOf(file).includes('next/cache'))
    expect(faults).toEqual([])
  })

  it(`has no file of more than ${MAX_LINES} lines`, () => {
    const faults = files.filter((file) => sources.get(file)!.trimEnd().split('\n').length > MAX_LINES)
    expect(faults).toEqual([])
  })

  it('has no services that depend on each other in a circle', () => {
    const services = files.filter((file) => file.startsWith('lib/services/') && !isTest(file))
    const edges = new Map(
      services.map((file) => [
        file,
        importsOf(file).flatMap((specifier) =>
          services.filter((other) => ours(file, specifier) === other.replace(/\.ts$/, '')),
        ),
      ]),
    )
    const circles: string[] = []
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
    }
    for (const file of services) visit(file, [])
    expect(circles).toEqual([])
  })
})
