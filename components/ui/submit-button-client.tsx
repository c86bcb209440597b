'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

/** The button of a form with an action: busy while the form is under way, and a second press does nothing. */
export function SubmitButton({
  busyText = 'One moment',
  children,
  ...rest
}: ComponentProps<typeof Button> & { busyText?: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} type="submit" busy={pending} onClick={pending ? (event) => event.preventDefault() : rest.onClick}>
      {pending ? busyText : children}
    </Button>
  )
}
