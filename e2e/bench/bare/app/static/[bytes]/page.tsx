import { padding } from '../../padding'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ bytes: '0' }]

export default async function Page({ params }: { params: Promise<{ bytes: string }> }) {
  return <p>{padding(Number((await params).bytes))}</p>
}
