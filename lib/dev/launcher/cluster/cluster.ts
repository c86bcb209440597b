import { freePort } from '../process/ports'
import { packageArguments, typescriptArguments } from '../project'
import { createMember, type Member } from './member'
import { startProxy } from './proxy'

const WORKER_READY = 'The job worker runs.'
const POOL_SIZE = 8 // four processes together stay within the embedded Postgres's limit of 60 connections

export type Instance = Member & { url: string }

export type Cluster = {
  /** Address of the proxy. */
  url: string
  /** Web servers in the order in which the proxy uses them; each also answers at its own `url`. */
  instances: Instance[]
  workers: Member[]
  stop(): Promise<void>
  /** Resolves with the reason when a process ends without having been told to stop. */
  lost: Promise<string>
}

export type ClusterOptions = {
  /**
   * Variables that each process gets in addition to this process's environment. Must set DATABASE_URL and MONGODB_URI
   * (both migrated), NEXUS_SECRET, NEXUS_DATA and NEXUS_DIST_DIR (the folder of an existing build).
   */
  env?: Record<string, string>
  instances?: number
  workers?: number
  /** Port of the proxy; by default a free port. */
  port?: number
  onOutput?: (name: string, line: string) => void
}

/**
 * Starts several `next start` servers and job workers behind a proxy, all using the same databases and the same build.
 * Resolves when every server reports that it is healthy.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { instances: instanceCount = 2, workers: workerCount = 2, onOutput = () => {} } = options
  const port = options.port ?? (await freePort())
  const url = `http://localhost:${port}`
  const env = {
    NEXUS_URL: url,
    DATABASE_POOL: process.env.DATABASE_POOL || String(POOL_SIZE),
    TRUSTED_PROXIES: process.env.TRUSTED_PROXIES || 'loopback', // the cluster's own proxy
    ...options.env,
  }
  const instances: Instance[] = []
  for (let number = 1; number <= instanceCount; number++)
    instances.push(createInstance(`instance ${number}`, await freePort(), { env, onOutput }))
  const workers = Array.from({ length: workerCount }, (_, index) =>
    createMember({
      name: `worker ${index + 1}`,
      args: typescriptArguments('scripts/worker.ts'),
      env: { ...env, NODE_ENV: 'production' },
      isReady: async (output) => output.some((line) => line.includes(WORKER_READY)),
      onOutput,
    }),
  )
  const members: Member[] = [...instances, ...workers]
  const takesRequests = () => instances.filter((instance) => instance.state() === 'running')
  const proxy = await startProxy({ port, upstreams: () => takesRequests().map(portOf) })
  async function stop() {
    await proxy.stop()
    await Promise.all(members.map((member) => member.stop()))
  }
  try {
    await Promise.all(members.map((member) => member.start()))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, instances, workers, stop, lost: Promise.race(members.map(({ lost }) => lost)) }
}

const portOf = ({ url }: Instance) => Number(new URL(url).port)

function createInstance(
  name: string,
  port: number,
  { env, onOutput }: Required<Pick<ClusterOptions, 'env' | 'onOutput'>>,
) {
  const url = `http://localhost:${port}`
  const member = createMember({
    name,
    args: packageArguments('next/dist/bin/next', 'start', '--port', String(port)),
    env: { ...env, NODE_ENV: 'production', PORT: String(port) },
    isReady: async () => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200,
    onOutput,
  })
  return { ...member, url }
}
