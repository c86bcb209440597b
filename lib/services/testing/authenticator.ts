import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { authenticationSchema, registrationSchema } from '@/lib/contracts/passkeys'

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 }

interface Circumstances {
  origin?: string
  rpId?: string
  isVerified?: boolean
  /** The signature counter that the authenticator reports. */
  counter?: number
}

/** An authenticator in software, which makes what a browser sends for a passkey (WebAuthn level 3, ES256). */
export class Authenticator {
  readonly id = randomBytes(32)
  private readonly key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })

  /** Answers the challenge of a registration. `challenge` is base64url, as in the options. */
  register(challenge: string, at: Circumstances = {}): z.output<typeof registrationSchema> {
    const authData = Buffer.concat([this.head({ ...at, flags: FLAGS.attested }), this.credential()])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]), // a map of three
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ])
    return {
      ...this.names(),
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, at.origin),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Answers the challenge of a sign-in. */
  signIn(challenge: string, at: Circumstances = {}): z.output<typeof authenticationSchema> {
    const authData = this.head({ ...at, flags: 0 })
    const client = clientData('webauthn.get', challenge, at.origin)
    const signed = Buffer.concat([authData, sha256(Buffer.from(client, 'base64url'))])
    return {
      ...this.names(),
      response: {
        clientDataJSON: client,
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(this.key.privateKey).toString('base64url'),
      },
    }
  }

  private names() {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  private head({
    rpId = 'localhost',
    isVerified = true,
    counter = 0,
    flags,
  }: Circumstances & { flags: number }): Buffer {
    const rest = Buffer.alloc(5)
    rest.writeUInt8(FLAGS.present | (isVerified ? FLAGS.verified : 0) | flags, 0)
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(Buffer.from(rpId)), rest])
  }

  private credential(): Buffer {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const { x = '', y = '' } = this.key.publicKey.export({ format: 'jwk' })
    // COSE key (RFC 9052): EC2, ES256, P-256, x and y.
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ])
    return Buffer.concat([Buffer.alloc(16), length, this.id, cose])
  }
}

const sha256 = (data: Buffer) => createHash('sha256').update(data).digest()
const clientData = (type: string, challenge: string, origin = 'http://localhost:3000') =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')

// CBOR (RFC 8949), as far as it is needed here.
const text = (value: string) => Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)])
const bytes = (value: Buffer) =>
  value.length < 256
    ? Buffer.concat([Buffer.from([0x58, value.length]), value])
    : Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 0xff]), value])
