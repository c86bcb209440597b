import { Pool } from 'pg'

let pool: Pool | undefined

/** Reads one row by its key, as /api/me does. */
export const GET = async (): Promise<Response> => {
  pool ??= new Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
  const { rows } = await pool.query('SELECT key, value FROM "Setting" WHERE key = $1', ['currency'])
  return Response.json({ row: rows[0] ?? null })
}
