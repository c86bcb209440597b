import { Notice } from '@/components/ui/feedback/notice'
import { MAX_COMPARED } from '@/lib/domain/catalog/compare-url'

/** Says which products in the address are not compared, and why. */
export function CompareLeftOut({ missing, dropped }: { missing: string[]; dropped: number }) {
  const texts = [
    missing.length > 0 && `Left out because the shop does not have it: ${missing.join(', ')}.`,
    dropped > 0 && `Only ${MAX_COMPARED} products fit into a comparison; the other ${dropped} were left out.`,
  ].filter(Boolean)
  if (texts.length === 0) return null
  return (
    <Notice tone="info" className="mb-4">
      {texts.join(' ')}
    </Notice>
  )
}
