import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PROJECT } from './project'
import { loadSettings } from './settings'

beforeEach(() => {
  vi.stubEnv('NODE_ENV', 'test')
  for (const name of [
    'PORT',
    'NEXUS_DATA',
    'NEXUS_DIST_DIR',
    'DATABASE_URL',
    'MONGODB_URI',
    'OIDC_ISSUER',
    'NEXUS_IDENTITY_STAND_IN',
  ])
    vi.stubEnv(name, '')
})
afterEach(() => vi.unstubAllEnvs())

describe('what the user chose', () => {
  it('is nothing by default: port 3000, data in .data, databases of our own', () => {
    const settings = loadSettings('development')
    expect(settings).toMatchObject({ port: 3000, isPortChosen: false, runsWorker: true, distDirectory: '.next' })
    expect(settings.dataDirectory).toBe(join(PROJECT, '.data'))
    expect(settings.databaseUrl).toBeUndefined()
  })

  it('may be a port and a folder, and then the build has a folder of its own', () => {
    vi.stubEnv('PORT', '4100')
    vi.stubEnv('NEXUS_DATA', '.data-second')
    const settings = loadSettings('production')
    expect(settings).toMatchObject({ port: 4100, isPortChosen: true, dataDirectory: join(PROJECT, '.data-second') })
    expect(settings.distDirectory).toMatch(/^\.next-[0-9a-f]{8}$/)
  })

  it('may be a stand-in for a provider, which development has without asking', () => {
    expect(loadSettings('development').hasIdentityStandIn).toBe(true)
    expect(loadSettings('production').hasIdentityStandIn).toBe(false)
    vi.stubEnv('NEXUS_IDENTITY_STAND_IN', 'true')
    expect(loadSettings('production').hasIdentityStandIn).toBe(true)
    vi.stubEnv('NEXUS_IDENTITY_STAND_IN', 'false')
    expect(loadSettings('development').hasIdentityStandIn).toBe(false)
  })

  it.each([
    ['DATABASE_URL', 'postgresql://db.example/nexus'],
    ['MONGODB_URI', 'mongodb://db.example/nexus'],
    ['OIDC_ISSUER', 'https://id.example'],
  ])('is never a stand-in beside a real %s', (name, value) => {
    vi.stubEnv('NEXUS_IDENTITY_STAND_IN', 'true')
    vi.stubEnv(name, value)
    for (const mode of ['development', 'production'] as const)
      expect(loadSettings(mode).hasIdentityStandIn, mode).toBe(false)
  })

  it('is told apart from what cannot be', () => {
    vi.stubEnv('PORT', 'eighty')
    expect(() => loadSettings('development')).toThrow(/PORT/)
  })
})
