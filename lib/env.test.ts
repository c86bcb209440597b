import { describe, expect, it } from 'vitest'
import { parseEnvironment } from './env'

const SOUND = {
  DATABASE_URL: 'postgresql://nexus:secret@127.0.0.1:5432/nexus',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/nexus',
  NEXUS_SECRET: 'x'.repeat(32),
}

describe('the environment', () => {
  it('accepts a replica set of several hosts, or Atlas', () => {
    for (const uri of [
      'mongodb://a:27017,b:27017,c/shop?replicaSet=rs0',
      'mongodb+srv://user:pw@cluster.example.net/shop',
    ])
      expect(parseEnvironment({ ...SOUND, MONGODB_URI: uri }).MONGODB_URI).toBe(uri)
  })

  it('treats empty variables as unset', () => {
    const { NEXUS_URL, SMTP_URL } = parseEnvironment({ ...SOUND, NEXUS_URL: '', SMTP_URL: '' })
    expect([NEXUS_URL, SMTP_URL]).toEqual(['http://localhost:3000', undefined])
  })

  it('derives a shared secret in development and requires one elsewhere', () => {
    const secretIn = (NODE_ENV: string | undefined) =>
      parseEnvironment({ ...SOUND, NEXUS_SECRET: undefined, NODE_ENV }).NEXUS_SECRET
    expect(secretIn('development')).toHaveLength(43)
    expect(secretIn('development')).toBe(secretIn('development'))
    for (const mode of ['production', 'test', undefined]) expect(() => secretIn(mode)).toThrow('NEXUS_SECRET')
    expect(parseEnvironment({ ...SOUND, NODE_ENV: 'development' }).NEXUS_SECRET).toBe(SOUND.NEXUS_SECRET)
  })

  it('accepts only the Postgres schema public', () => {
    const named = (schema: string) => ({ ...SOUND, DATABASE_URL: `${SOUND.DATABASE_URL}?schema=${schema}` })
    expect(parseEnvironment(named('public')).DATABASE_URL).toContain('public')
    expect(() => parseEnvironment(named('shop'))).toThrow('DATABASE_URL: must not name a schema')
  })

  it('is refused with a message that names every fault', () => {
    expect(() =>
      parseEnvironment({ ...SOUND, DATABASE_URL: 'mysql://x', NEXUS_SECRET: 'short', DATABASE_POOL: 'many' }),
    ).toThrow(
      /DATABASE_URL: must be a postgresql[\s\S]*DATABASE_POOL[\s\S]*NEXUS_SECRET: must have at least 32 characters/,
    )
  })
})
