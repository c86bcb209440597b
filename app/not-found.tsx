import type { Metadata } from 'next'
import { Missing } from '@/components/layout/missing'
import { Shell } from '@/components/layout/shell'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Shell>
      <Missing />
    </Shell>
  )
}
