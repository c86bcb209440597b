import { Notice } from '@/components/ui/feedback/notice'
import { MOST_COMPARED } from '@/lib/domain/catalog/compare-url'

/** Says which products of the address are not compared, and why. */
export function CompareLeftOut({ missing, dropped }: { missing: string[]; dropped: number }) {
  const texts = [
    missing.length > 0 && `Left out because the shop does not have it: ${missing.join(', ')}.`,
    dropped > 0 && `Only ${MOST_COMPARED} things fit side by side; the other ${dropped} were left out.`,
  ].filter(Boolean)
  if (texts.length === 0) return null
  return (
    <Notice tone="info" className="mb-4">
      {texts.join(' ')}
    </Notice>
  )
}
