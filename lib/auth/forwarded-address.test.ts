import { describe, expect, it } from 'vitest'
import { parseEnvironment } from '@/lib/env'
import { readClientAddress } from './forwarded-address'

const networks = (text?: string) =>
  parseEnvironment({
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    MONGODB_URI: 'mongodb://127.0.0.1:1/none',
    NEXUS_SECRET: 'a secret for tests that is long enough',
    TRUSTED_PROXIES: text,
  }).TRUSTED_PROXIES
const client = (peer: string | null, forwardedFor: string | null, trusted?: string) =>
  readClientAddress({ peer, forwardedFor, trusted: networks(trusted) }).network

describe('a client’s address', () => {
  it('is its socket’s if no proxy is trusted, whatever its headers say', () => {
    expect(client('203.0.113.7', null)).toBe('203.0.113.7')
    expect(client('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(client('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1')
  })

  it('is the last one added by a trusted proxy', () => {
    expect(client('127.0.0.1', '198.51.100.1', 'loopback')).toBe('198.51.100.1')
    expect(client('::1', '198.51.100.1', 'loopback')).toBe('198.51.100.1')
    expect(client('127.0.0.1', '10.0.0.1, 198.51.100.1', 'loopback')).toBe('198.51.100.1')
    expect(client('10.1.2.3', '6.6.6.6, 198.51.100.1, 10.9.9.9', '10.0.0.0/8')).toBe('198.51.100.1')
    expect(client('10.1.2.3', '6.6.6.6, 198.51.100.1, 2001:db8::5', '10.0.0.0/8 2001:db8::/32')).toBe('198.51.100.1')
  })

  it('is the proxy’s own if its entry is invalid', () => {
    expect(client('127.0.0.1', null, 'loopback')).toBe('127.0.0.1')
    expect(client('127.0.0.1', 'unknown', 'loopback')).toBe('127.0.0.1')
    expect(client('127.0.0.1', '198.51.100.1, 1', 'loopback')).toBe('127.0.0.1')
    expect(client('127.0.0.1', '127.0.0.1', 'loopback')).toBe('127.0.0.1')
  })

  it('is parsed in any notation that proxies use', () => {
    for (const written of ['198.51.100.1:443', '::ffff:198.51.100.1', '"198.51.100.1"', ' 198.51.100.1 '])
      expect(client('127.0.0.1', written, 'loopback')).toBe('198.51.100.1')
    expect(client('::ffff:203.0.113.7', null)).toBe('203.0.113.7')
    expect(client('127.0.0.1', '[2001:db8:1:2:3:4:5:6]:443', 'loopback')).toBe('2001:db8:1:2::/64')
    expect(client('fe80::1%eth0', null)).toBe('fe80::/64')
  })

  it('is the same for a whole /64 of IPv6', () => {
    expect(client('2001:db8:1:2:aaaa::1', null)).toBe(client('2001:db8:1:2:bbbb::2', null))
    expect(client('2001:db8:1:2::1', null)).not.toBe(client('2001:db8:1:3::1', null))
  })

  it('is unknown if the socket has none', () => {
    expect(client(null, '198.51.100.1', 'loopback')).toBe('unknown')
  })
})

it('reports an untrusted neighbouring proxy, but no stranger', () => {
  const ignored = (peer: string, forwardedFor: string, trusted?: string) =>
    readClientAddress({ peer, forwardedFor, trusted: networks(trusted) }).ignoredProxy
  expect(ignored('10.0.0.5', '198.51.100.1')).toBe('10.0.0.5')
  expect(ignored('10.0.0.5', '198.51.100.1', '10.0.0.5')).toBeUndefined()
  expect(ignored('203.0.113.7', '198.51.100.1')).toBeUndefined()
  expect(ignored('127.0.0.1', '127.0.0.1')).toBeUndefined()
})

it.each(['10.0.0.0/33', 'proxy.example', '10.0.0', '*', '0x7f.1'])('%s is refused as a trusted proxy', (text) => {
  expect(() => networks(text)).toThrow(/TRUSTED_PROXIES/)
})
