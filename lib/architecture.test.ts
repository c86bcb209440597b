import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const MAX_LINES = 300
const MAX_FILES = 14

/** The nouns of the shop. Every layer names its files or folders after these. */
const NOUNS = [
  'catalog',
  'listing',
  'merchandising',
  'pricing',
  'cart',
  'checkout',
  'orders',
  'payments',
  'shipping',
  'inventory',
  'reviews',
  'customers',
  'staff',
  'audit',
  'content',
  'media',
  'webhooks',
  'reports',
  'settings',
]

/** Allowed subfolders of each folder. The test does not look further down. */
const FOLDERS: Record<string, string[]> = {
  lib: [
    ...['actions', 'api', 'auth', 'contracts', 'db', 'dev', 'documents', 'domain', 'http', 'jobs', 'look', 'mail'],
    ...['media', 'operations', 'payments', 'queries', 'search', 'services', 'telemetry'],
  ],
  'lib/domain': NOUNS,
  'lib/contracts': NOUNS,
  'lib/services': [...NOUNS, 'testing'],
  'lib/operations': NOUNS,
  'lib/queries': [...NOUNS, 'dev'],
  'lib/actions': NOUNS,
  'lib/http': ['forms', 'json', 'server', 'testing'],
  'lib/db': ['generated'],
  'lib/search': ['analysis', 'index', 'mongodb', 'query', 'snapshot', 'sync', 'testing', 'worker'],
  'lib/dev': ['launcher', 'mongo-server', 'postgres', 'seeding', 'stand-ins', 'testing'],
  components: [...NOUNS, 'layout', 'ui'],
  'prisma/seed-data': NOUNS,
}

interface Layer {
  /** Layers, folders or files of the project that this layer may import besides itself. */
  may: string[]
  /** Packages that this layer must not import. */
  never?: RegExp
}

const PURE = ['lib/contracts', 'lib/domain', 'lib/errors']
const NO_FRAMEWORK = /^(next|react)/

/** What each layer may import. The key is a folder or file; the longest matching key applies. */
const LAYERS: Record<string, Layer> = {
  'lib/errors': { may: [] },
  'lib/env': { may: [] },
  'lib/cache': { may: [] },
  'lib/domain': { may: ['lib/errors'], never: /^(next|react|mongodb|pg|@prisma|node:fs|node:net)/ },
  'lib/contracts': { may: ['lib/domain', 'lib/errors'], never: /^(next|react|pg|@prisma)/ },
  'lib/look': { may: [], never: /^(next|mongodb|pg|@prisma)/ },
  'lib/db': { may: ['lib/env', 'lib/contracts', 'lib/errors'], never: NO_FRAMEWORK },
  'lib/search': { may: ['lib/db', ...PURE, 'lib/env'], never: NO_FRAMEWORK },
  'lib/media': { may: ['lib/env', 'lib/domain'], never: NO_FRAMEWORK },
  'lib/mail': { may: [...PURE, 'lib/env'], never: NO_FRAMEWORK },
  'lib/auth': { may: ['lib/env', ...PURE] },
  'lib/auth/programs/bearer': { may: ['lib/auth', 'lib/services/customers', 'lib/errors'] },
  'lib/auth/session': { may: ['lib/auth', 'lib/services/customers'] },
  'lib/auth/staff/session': { may: ['lib/auth', 'lib/services/staff', 'lib/contracts'] },
  'lib/jobs/queues': { may: ['lib/contracts', 'lib/db', 'lib/env'], never: NO_FRAMEWORK },
  'lib/jobs/enqueue': {
    may: ['lib/db', 'lib/env', 'lib/jobs/queues', 'lib/errors', 'lib/contracts'],
    never: NO_FRAMEWORK,
  },
  'lib/services': {
    may: [
      'lib/db',
      'lib/search',
      ...PURE,
      'lib/payments/provider',
      'lib/jobs/enqueue',
      'lib/jobs/queues',
      'lib/cache',
      'lib/env',
    ],
    never: /^(next|react|nodemailer)/,
  },
  'lib/jobs': {
    may: [...['lib/services', 'lib/mail', 'lib/payments', 'lib/db', 'lib/env', 'lib/cache'], ...PURE],
    never: NO_FRAMEWORK,
  },
  'lib/operations': {
    may: ['lib/services', 'lib/auth/policies', 'lib/auth/actor', 'lib/contracts', 'lib/errors'],
    never: NO_FRAMEWORK,
  },
  'lib/queries/dev': { may: ['lib/services', 'lib/mail', 'lib/domain'] },
  'lib/queries': { may: ['lib/operations', 'lib/services', 'lib/auth', 'lib/cache', 'lib/env', ...PURE] },
  'lib/actions': { may: ['lib/operations', 'lib/auth', 'lib/contracts', 'lib/errors', 'lib/cache'] },
  'lib/http': {
    may: ['lib/operations', 'lib/queries', 'lib/services', 'lib/auth', 'lib/cache', 'lib/env', 'lib/media', ...PURE],
  },
  'lib/api': { may: ['lib/operations', 'lib/auth', 'lib/contracts', 'lib/errors', 'lib/cache'] },
  'lib/dev': { may: ['lib', 'prisma', 'scripts'] },
  components: { may: ['lib/queries', 'lib/actions', 'lib/look', ...PURE] },
  app: { may: ['components', 'lib/queries', 'lib/actions', 'lib/http', 'lib/api', 'lib/look'] },
  'app/api/internal': { may: ['lib'] },
  'app/pictures': { may: ['lib/media'] },
  prisma: { may: ['lib'] },
  scripts: { may: ['lib', 'prisma', 'e2e'] },
  e2e: { may: ['lib', 'prisma', 'scripts'] },
}

/** What a client component may import: nothing that reads data on the server. */
const CLIENT: Layer = { may: ['components', 'lib/actions', 'lib/look', ...PURE], never: /^(mongodb|pg|@prisma|node:)/ }

/**
 * Files that read environment variables without lib/env, because tools load them without the app, or replace the
 * variable while bundling.
 */
const FORCED: Record<string, string> = {
  'instrumentation.ts': 'NEXT_RUNTIME',
  'lib/search/worker/worker-start.ts': 'NEXT_RUNTIME',
  'next.config.ts': 'NEXUS_DIST_DIR',
}

const SOURCE = /\.(ts|tsx|mts|mjs)$/
const atTheTop = readdirSync(ROOT).filter((name) => SOURCE.test(name) && name !== 'next-env.d.ts')
const files = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e']
  .flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
  .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
  .filter((file) => !file.startsWith('lib/db/generated/') && !/\/(node_modules|\.next[^/]*)\//.test(file))
  .concat(atTheTop)
const sources = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]))
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.includes('/testing/')
const isClient = (file: string) => /^['"]use client['"]/.test(sources.get(file)!)

const within = (file: string, layer: string) =>
  file === layer || file.startsWith(`${layer}/`) || file.replace(SOURCE, '') === layer
const layerOf = (file: string) =>
  Object.keys(LAYERS)
    .filter((layer) => within(file, layer))
    .sort((a, b) => b.length - a.length)[0]

/** Returns the import specifiers of a file, including type imports and dynamic imports. */
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

function faultsOf(file: string, own: string, { may, never }: Layer): string[] {
  return importsOf(file).flatMap((specifier) => {
    const target = ours(file, specifier)
    if (target === undefined) return never?.test(specifier) ? [`${file} imports ${specifier}`] : []
    const isAllowed = layerOf(target) === own || [own, ...may].some((allowed) => within(target, allowed))
    return isAllowed ? [] : [`${file} imports ${target}`]
  })
}

/** Returns every cycle of files that import one another, as "a → b → a". */
function cyclesOf(edges: ReadonlyMap<string, string[]>): string[] {
  const cycles: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, trail: string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of edges.keys()) visit(file, [])
  return cycles
}

describe('the architecture', () => {
  it('lets each layer import only what it may', () => {
    const faults = files
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const layer = layerOf(file)
        return layer ? faultsOf(file, layer, LAYERS[layer]!) : []
      })
    expect(faults).toEqual([])
  })

  it('lets client leaves import nothing that reads for them', () => {
    const faults = files
      .filter((file) => file.startsWith('components/') && isClient(file))
      .flatMap((file) => faultsOf(file, 'components', CLIENT))
    expect(faults).toEqual([])
  })

  it('knows every folder', () => {
    const unknown = files.flatMap((file) => {
      const folders = path.dirname(file).split('/')
      return Object.entries(FOLDERS).flatMap(([parent, known]) => {
        const depth = parent.split('/').length
        const folder = folders[depth]
        const isBelow = folder !== undefined && folders.slice(0, depth).join('/') === parent
        return isBelow && !known.includes(folder) ? [`${parent}/${folder}`] : []
      })
    })
    expect([...new Set(unknown)]).toEqual([])
  })

  it('has a layer for every file of lib', () => {
    expect(files.filter((file) => file.startsWith('lib/') && !layerOf(file) && !isTest(file))).toEqual([])
  })

  it('has no files that import one another in a ring', () => {
    const resolve = (target: string) => [target, `${target}.ts`, `${target}.tsx`].find((name) => sources.has(name))
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file).flatMap((specifier) => {
          const target = ours(file, specifier)
          return (target !== undefined && resolve(target)) || []
        }),
      ]),
    )
    expect(cyclesOf(edges)).toEqual([])
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

  it('uses the OAuth library in lib/auth/oauth only', () => {
    const uses = files.filter((file) => importsOf(file).some((specifier) => /^(@auth\/core|next-auth)/.test(specifier)))
    expect(uses.filter((file) => !file.startsWith('lib/auth/oauth/'))).toEqual([])
  })

  it('says "use server" in lib/actions only', () => {
    const faults = files.filter(
      (file) => !file.startsWith('lib/actions/') && /^\s*['"]use server['"]/m.test(sources.get(file)!),
    )
    expect(faults).toEqual([])
  })

  it('keeps client components in leaves called -client', () => {
    const faults = files.filter((file) => isClient(file) && !/(-client|error)\.tsx?$/.test(file))
    expect(faults).toEqual([])
  })

  it('uses next/cache in queries, actions, http and the route that expires tags only', () => {
    const mayUse = /^(lib\/(queries|actions|http)\/|app\/api\/internal\/|e2e\/slow-pages\/)/
    const faults = files.filter((file) => !mayUse.test(file) && importsOf(file).includes('next/cache'))
    expect(faults).toEqual([])
  })

  it(`has no file of more than ${MAX_LINES} lines`, () => {
    const faults = files.filter((file) => sources.get(file)!.trimEnd().split('\n').length > MAX_LINES)
    expect(faults).toEqual([])
  })

  it(`has no folder of more than ${MAX_FILES} files, apart from tests`, () => {
    const counts = new Map<string, number>()
    for (const file of files) {
      if (/\.(test|spec)\.tsx?$/.test(file) || atTheTop.includes(file)) continue
      counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([])
  })
})
