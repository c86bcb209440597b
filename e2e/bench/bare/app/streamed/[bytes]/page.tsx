import { connection } from 'next/server'
import { Suspense } from 'react'
import { padding } from '../../padding'

export default function Page({ params }: { params: Promise<{ bytes: string }> }) {
  return (
    <Suspense fallback={<p>…</p>}>
      <Text params={params} />
    </Suspense>
  )
}

async function Text({ params }: { params: Promise<{ bytes: string }> }) {
  await connection()
  return <p>{padding(Number((await params).bytes))}</p>
}
