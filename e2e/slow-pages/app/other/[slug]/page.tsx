import { readValue } from '../../source'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: 'built' }]

/** A second page with the same content. Its request for a second value tells the test that it is being rendered. */
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const [value] = await Promise.all([readValue(slug), readValue(`other-${slug}`)])
  return <p>{value}</p>
}
