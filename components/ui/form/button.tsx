import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { Icon } from '../icon'
import { Link } from '../navigation/link'

export type ButtonTone = 'plain' | 'accent' | 'ink' | 'danger' | 'quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'

interface Look {
  tone?: ButtonTone
  size?: ButtonSize
}

/** Returns the classes that make an element look like a button. Use `accent` only for the main action of a page. */
export function buttonClass({ tone = 'plain', size = 'md' }: Look = {}, more?: string): string {
  return clsx('btn', tone !== 'plain' && `btn-${tone}`, size !== 'md' && `btn-${size}`, more)
}

/** A button. While `busy`, it shows progress and stays focusable; its label should then say what is happening. */
export function Button({
  tone,
  size,
  busy,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  return (
    <button type={type} aria-busy={busy || undefined} className={buttonClass({ tone, size }, className)} {...rest} />
  )
}

export function ButtonLink({ tone, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonClass({ tone, size }, className)} {...rest} />
}

/** A square button with only an icon. Screen readers get its name. */
export function IconButton({
  d,
  label,
  className,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'children'> & { d: string; label: string }) {
  return (
    <Button aria-label={label} className={clsx('btn-icon', className)} {...rest}>
      <Icon d={d} />
    </Button>
  )
}
