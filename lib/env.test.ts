import { describe, expect, it } from 'vitest'
import { parseEnvironment } from './env'

const SOUND = {
  DATABASE_URL: 'postgresql://nexus:secret@127.0.0.1:5432/nexus',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/nexus',
  NEXUS_SECRET: 'x'.repeat(32),
}

describe('the environment', () => {
  it('may name a replica set of several hosts, or Atlas', () => {
    for (const uri of [
      'mongodb://a:27017,b:27017,c/shop?replicaSet=rs0',
      'mongodb+srv://user:pw@cluster.example.net/shop',
    ])
      expect(parseEnvironment({ ...SOUND, MONGODB_URI: uri }).MONGODB_URI).toBe(uri)
  })

  it('counts what is empty as unset', () => {
    const { NEXUS_URL, SMTP_URL } = parseEnvironment({ ...SOUND, NEXUS_URL: '', SMTP_URL: '' })
    expect([NEXUS_URL, SMTP_URL]).toEqual(['http://localhost:3000', undefined])
  })

  it('is refused with every fault by name', () => {
    expect(() =>
      parseEnvironment({ ...SOUND, DATABASE_URL: 'mysql://x', NEXUS_SECRET: 'short', DATABASE_POOL: 'many' }),
    ).toThrow(
      /DATABASE_URL: must be a postgresql[\s\S]*DATABASE_POOL[\s\S]*NEXUS_SECRET: must have at least 32 characters/,
    )
  })
})
