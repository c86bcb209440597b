import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET } from './[name]/route'

const get = (name: string) => GET(new Request('http://localhost/pictures/x'), { params: Promise.resolve({ name }) })

describe('the address of a picture', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nexus-data-'))
    vi.stubEnv('NEXUS_DATA', folder)
    vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none')
    vi.stubEnv('MONGODB_URI', 'mongodb://localhost/none')
    vi.stubEnv('NEXUS_SECRET', 'a secret that is long enough for a test')
    await mkdir(path.join(folder, 'pictures'))
    await writeFile(path.join(folder, 'pictures', 'lemon-trio-sky.webp'), 'the picture')
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  it('gives the picture, to keep', async () => {
    const answer = await get('lemon-trio-sky.webp')
    expect(await answer.text()).toBe('the picture')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  it('gives its bare ground until it is made, not to keep', async () => {
    const answer = await get('lemon-front-mint.webp')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('#cfeedb')
  })

  it('gives nothing for what cannot be a picture', async () => {
    for (const name of ['..', '..%2fsecret.webp', '../secret.webp', 'lemon.png', '.webp', `${'a'.repeat(500)}.webp`])
      expect((await get(name)).status, name).toBe(404)
  })
})
