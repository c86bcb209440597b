import { readValue } from '../../source'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: 'built' }]

/** Another page that says the same; the test hears by the second value that it is being rendered. */
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const [value] = await Promise.all([readValue(slug), readValue(`other-${slug}`)])
  return <p>{value}</p>
}
