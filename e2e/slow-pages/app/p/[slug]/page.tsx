import { notFound } from 'next/navigation'
import { readValue } from '../../source'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: 'built' }]

export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const value = await readValue((await params).slug)
  if (value === null) notFound()
  return <p>{value}</p>
}
