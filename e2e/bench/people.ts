import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { hashPassword } from '@/lib/services/customers/sign-in/passwords'
import { answering, BareSite } from './bare'
import { load } from './load'
import { familyOf, processorSeconds, read } from './processes'
import { table } from './table'

const PASSWORD = 'quince kettle harbour'
const SIGN_INS = 60
const AT_ONCE = 50

/**
 * Measures what accounts cost, beside a bare Next.js site: the header's call, the CPU time of a sign-in, and how long a
 * static page takes while fifty people sign in at once. Prints a table. Linux only.
 */
export async function benchPeople(options: {
  store: string
  launcher: number
  databaseUrl: string
  seconds: number
  barePort: number
}): Promise<void> {
  const { store, launcher, databaseUrl, seconds, barePort } = options
  const emails = Array.from({ length: SIGN_INS + AT_ONCE + 1 }, () => `bench-${randomUUID()}@example.com`)
  await createPeople(databaseUrl, emails)
  const [first = '', ...others] = emails
  const cookie = await signIn(store, first)
  const bare = await BareSite.start(barePort, { DATABASE_URL: databaseUrl })
  try {
    await answering(`${bare.url}/row`)
    const me = await load([`${store}/api/me`], { seconds, headers: { cookie } })
    const row = await load([`${bare.url}/row`], { seconds })
    const cpu = await cpuOfSignIns(store, launcher, others.slice(0, SIGN_INS))
    const alone = await load([`${store}/`], { seconds })
    const [beside] = await Promise.all([
      load([`${store}/`], { seconds }),
      sleep(1_500).then(() => Promise.all(others.slice(SIGN_INS).map((email) => signIn(store, email)))),
    ])
    const ratio = me.perSecond / row.perSecond
    console.log(
      table(
        ['accounts', 'measured', 'beside', 'goal'],
        [
          ['/api/me, req/s', me.perSecond.toFixed(0), `bare row ${row.perSecond.toFixed(0)}`, ''],
          ['/api/me, ratio', ratio.toFixed(2), '', '≥ 0.7'],
          ['sign-in, CPU ms', (cpu * 1000).toFixed(0), '', '< 60'],
          ['static page, p95 ms, 50 sign in', beside.p95.toFixed(0), `alone ${alone.p95.toFixed(0)}`, '< 100'],
        ],
      ),
    )
    if (me.failed > 0 || beside.failed > 0) throw new Error('Requests failed.')
  } finally {
    await bare.stop()
  }
}

/** Creates accounts with the same password. */
async function createPeople(databaseUrl: string, emails: string[]): Promise<void> {
  const hash = await hashPassword(PASSWORD)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const email of emails) {
      const id = randomUUID()
      await client.query(
        'INSERT INTO "User" (id, email, "emailKey", "emailVerifiedAt", name) VALUES ($1, $2, $2, now(), $3)',
        [id, email, 'Bench'],
      )
      await client.query('INSERT INTO "PasswordCredential" ("userId", hash) VALUES ($1, $2)', [id, hash])
    }
  } finally {
    await client.end()
  }
}

let networks = 0

/** Signs in by the form, from a network of its own. Returns the cookie of the session. */
async function signIn(store: string, email: string): Promise<string> {
  networks += 1
  const answer = await fetch(`${store}/sign-in/do/password`, {
    method: 'POST',
    body: new URLSearchParams({ email, password: PASSWORD }),
    headers: { 'x-forwarded-for': `198.19.${networks >> 8}.${networks & 255}` },
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('shop.sid='))
  if (!cookie) throw new Error(`The sign-in was answered with ${answer.status} and no session.`)
  return cookie.split(';')[0] ?? ''
}

/** Returns the CPU time of the web server for one sign-in, in seconds. */
async function cpuOfSignIns(store: string, launcher: number, emails: string[]): Promise<number> {
  const servers = familyOf(launcher).filter((pid) => read(`/proc/${pid}/comm`).startsWith('next-server'))
  if (servers.length === 0) throw new Error('The web server was not found among the processes.')
  const before = processorSeconds(servers)
  for (const email of emails) await signIn(store, email)
  return (processorSeconds(servers) - before) / emails.length
}
