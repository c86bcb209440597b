'use client'

import { showToast } from '@/components/ui/feedback/toasts'
import { Icon } from '@/components/ui/icon'
import { copyIcon } from '@/components/ui/icons'

/** The button that copies a list's link. Without client-side scripts it is hidden. */
export function CopyLink({ url }: { url: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      showToast({ tone: 'good', text: 'The link is copied.' })
    } catch {
      showToast({ tone: 'bad', text: 'Your browser did not let us copy. Please select the link and copy it.' })
    }
  }
  return (
    <button className="peek needs-script" type="button" aria-label="Copy the link" onClick={copy}>
      <Icon d={copyIcon} />
    </button>
  )
}
