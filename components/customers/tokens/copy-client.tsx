'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { checkIcon, copyIcon } from '@/components/ui/icons'

/** Copies a text. If the browser refuses, the text can still be selected. */
export function CopyButton({ text }: { text: string }) {
  const [label, setLabel] = useState('Copy')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setLabel('Copied')
    } catch {
      setLabel('Select it and copy')
    }
  }
  return (
    <button className="btn btn-accent needs-script" type="button" onClick={copy}>
      <Icon d={label === 'Copied' ? checkIcon : copyIcon} /> <span aria-live="polite">{label}</span>
    </button>
  )
}
