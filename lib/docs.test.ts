import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const markdownIn = (folder: string, recursive: boolean) =>
  readdirSync(path.join(ROOT, folder), { recursive, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file))

const DOCS = [...markdownIn('.', false), ...markdownIn('docs', true), ...markdownIn('lib', true)]
const texts = new Map(DOCS.map((file) => [file, read(file)]))
const found = (pattern: RegExp) =>
  [...texts].flatMap(([file, text]) => [...text.matchAll(pattern)].map((match) => ({ file, value: match[1]! })))

describe('the documentation', () => {
  it('links only to files that exist', () => {
    const links = found(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)
    expect(links.length).toBeGreaterThan(20)
    const missing = links.filter(({ file, value }) => !existsSync(path.join(ROOT, path.dirname(file), value)))
    expect(missing).toEqual([])
  })

  it('names only files of the project that exist', () => {
    const paths = found(/`((?:app|components|e2e|lib|prisma|scripts)\/[\w./-]+\.(?:tsx?|mjs|sql|prisma))`/g)
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter(({ value }) => !existsSync(path.join(ROOT, value)))).toEqual([])
  })

  it('names only npm scripts that package.json has', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
    const names = found(/npm run ([\w:-]+)/g)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter(({ value }) => !Object.hasOwn(scripts, value))).toEqual([])
  })

  it('explains every variable of the README in .env.example', () => {
    const rows = read('README.md').match(/^\| `[A-Z_`, ]+` \|/gm) ?? []
    const variables = rows.flatMap((row) => row.match(/[A-Z][A-Z_]+/g) ?? [])
    expect(variables).toContain('DATABASE_URL')
    const explained = read('.env.example')
    expect(variables.filter((name) => !new RegExp(`^# ${name}=`, 'm').test(explained))).toEqual([])
  })
})

describe('the decisions', () => {
  const records = readdirSync(path.join(ROOT, 'docs/decisions')).filter((file) => /^\d{4}-[a-z0-9-]+\.md$/.test(file))

  it('are numbered without a gap and listed in the index', () => {
    expect(records.map((file) => Number(file.slice(0, 4)))).toEqual(records.map((_, index) => index + 1))
    const index = read('docs/decisions/README.md')
    expect(records.filter((file) => !index.includes(`](${file})`))).toEqual([])
  })

  it('each have a status, a date, context, decision, alternatives and consequences', () => {
    const shape =
      /^# (\d{4})\. .+\n\nStatus: .+ · Date: \d{4}-\d\d-\d\d\n\n## Context\n.+## Decision\n.+## Alternatives\n.+## Consequences\n/s
    const faulty = records.filter((file) => shape.exec(read(`docs/decisions/${file}`))?.[1] !== file.slice(0, 4))
    expect(faulty).toEqual([])
  })
})
