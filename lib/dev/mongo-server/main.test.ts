import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { kill, mainArguments, startProcess, startServerProcess, temporaryDirectory } from './process-support'
import { startMongoDevServer } from './server'

const canConnect = (port: number, host = '127.0.0.1') =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host, timeout: 1000 })
    const end = (connected: boolean) => {
      socket.destroy()
      resolve(connected)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })

const portOf = (uri: string) => Number(new URL(uri).port)

test('a server ends by itself when its parent was killed', async () => {
  const directory = temporaryDirectory()
  const args = JSON.stringify([...mainArguments, `--data=${directory}`])
  const launch = `require('node:child_process').spawn(process.execPath,
    [...${args}, '--parent=' + process.pid], { stdio: ['ignore', 'inherit', 'inherit'], detached: true })`
  const { child: launcher, line } = await startProcess(['-e', launch])
  const port = portOf(line.replace('Listening at ', ''))
  expect(await canConnect(port)).toBe(true)
  await kill(launcher)
  await expect.poll(() => canConnect(port), { timeout: 2500, interval: 50 }).toBe(false)
  await expect.poll(() => readdirSync(directory)).toEqual([])
})

test('SIGTERM stops a server, which keeps what it has and lets go of its directory', async () => {
  const directory = temporaryDirectory()
  const { child, uri } = await startServerProcess(`--data=${directory}`)
  const client = await new MongoClient(uri).connect()
  await client.db('a').collection('b').insertOne({ c: 1 })
  await client.close()
  await kill(child, 'SIGTERM')
  expect(child.exitCode).toBe(0)
  expect(readdirSync(directory)).toEqual(['a'])

  const server = await startMongoDevServer({ directory })
  const again = await new MongoClient(server.uri).connect()
  expect(await again.db('a').collection('b').findOne()).toMatchObject({ c: 1 })
  await again.close()
  await server.stop()
})

test('a directory that a live server holds is refused, with its port and process', async () => {
  const directory = temporaryDirectory()
  const server = await startMongoDevServer({ directory })
  const refusal = `${directory} is in use by the MongoDB development server on port ${server.port} (pid ${process.pid})`
  await expect(startMongoDevServer({ directory })).rejects.toThrow(refusal)
  await expect(startMongoDevServer({ directory, port: server.port })).rejects.toThrow(refusal)
  await expect(startServerProcess(`--data=${directory}`)).rejects.toThrow(`ended with 1: ${refusal}`)
  await server.stop()
})

test('a directory that a killed server held is taken over, also if its process id is another by now', async () => {
  const directory = temporaryDirectory()
  for (const holder of [{ pid: 999_999_999 }, { pid: process.pid }, 'half a fi']) {
    writeFileSync(
      join(directory, 'server.json'),
      JSON.stringify({ identity: 'before', port: 27018, ...Object(holder) }),
    )
    const server = await startMongoDevServer({ directory })
    expect(readFileSync(join(directory, 'server.json'), 'utf8')).toContain(`"port":${server.port}`)
    await server.stop()
  }
})

test('a damaged journal keeps a server from starting, and its directory is free again', async () => {
  const directory = temporaryDirectory()
  const first = await startMongoDevServer({ directory })
  const client = await new MongoClient(first.uri).connect()
  await client
    .db('a')
    .collection('b')
    .insertMany([{ c: 1 }, { c: 2 }])
  await client.close()
  await first.stop()
  const journal = join(directory, 'a', 'b.journal')
  const bytes = readFileSync(journal)
  writeFileSync(journal, bytes.fill(0, 20, 30))
  await expect(startMongoDevServer({ directory })).rejects.toThrow(`${journal} is damaged at byte 0`)
  expect(readdirSync(directory)).toEqual(['a'])
})

test('a server listens on 127.0.0.1 alone', async () => {
  const { port, stop } = await startMongoDevServer()
  expect(await canConnect(port)).toBe(true)
  expect(await canConnect(port, '127.0.0.2')).toBe(false)
  expect(await canConnect(port, '::1')).toBe(false)
  await stop()
  expect(await canConnect(port)).toBe(false)
})

test('a port that is taken, or none, is refused', async () => {
  const { port, stop } = await startMongoDevServer()
  await expect(startMongoDevServer({ port })).rejects.toThrow('EADDRINUSE')
  await expect(startMongoDevServer({ port: Number.NaN })).rejects.toThrow()
  await stop()
})
