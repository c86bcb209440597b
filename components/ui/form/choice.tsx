import clsx from 'clsx'
import type { ComponentProps, CSSProperties, ReactNode } from 'react'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & { children: ReactNode }

/** A checkbox with its label. `className` is applied to the label. */
export function Check({ children, className, ...input }: ChoiceProps) {
  return (
    <label className={clsx('check', className)}>
      <input type="checkbox" {...input} /> <span>{children}</span>
    </label>
  )
}

export function Radio({ children, className, ...input }: ChoiceProps) {
  return (
    <label className={clsx('radio', className)}>
      <input type="radio" {...input} /> <span>{children}</span>
    </label>
  )
}

export function Switch({ children, className, ...input }: ChoiceProps) {
  return (
    <label className={clsx('switch', className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox exposes its own state */}
      <input type="checkbox" role="switch" {...input} /> <span>{children}</span>
    </label>
  )
}

type OptionProps = Omit<ComponentProps<'input'>, 'type' | 'size' | 'children'> & {
  type?: 'radio' | 'checkbox'
  /** Whether the option is sold out. It is then dashed and struck through, but can still be selected. */
  out?: boolean
}

/** A choice with a text, such as a memory size. `note` is a small line below the text. */
export function Option({
  label,
  note,
  out = false,
  type = 'radio',
  ...input
}: OptionProps & { label: string; note?: ReactNode }) {
  return (
    <label className={clsx('opt', out && 'is-out')}>
      <input type={type} {...input} />
      <span>
        <b className="font-semibold">{label}</b>
        {note !== undefined && <small>{note}</small>}
      </span>
    </label>
  )
}

/** A choice with a colour. `colour` is any CSS colour, `label` its name. */
export function Swatch({
  label,
  colour,
  out = false,
  type = 'radio',
  ...input
}: OptionProps & { label: string; colour: string }) {
  return (
    <label className={clsx('swatch', out && 'is-out')} title={label}>
      <input type={type} aria-label={out ? `${label}, sold out` : label} {...input} />
      <span style={colourVariable(colour)} />
    </label>
  )
}

/** The colours of a product as small dots, for its card. */
export function Dots({ colours }: { colours: string[] }) {
  const different = [...new Set(colours)]
  return (
    <span
      className="dots"
      role="img"
      aria-label={different.length === 1 ? 'One colour' : `${different.length} colours`}
    >
      {different.map((colour) => (
        <i key={colour} style={colourVariable(colour)} />
      ))}
    </span>
  )
}

/** A radio button with a title and a description (`hint`). `aside` is shown at its end, for example a price. */
export function Tile({
  title,
  hint,
  aside,
  ...input
}: Omit<ComponentProps<'input'>, 'type' | 'title'> & { title: string; hint?: ReactNode; aside?: ReactNode }) {
  return (
    <label className="tile">
      <input type="radio" {...input} />
      <span>
        <b className="font-bold block leading-tight">{title}</b>
        {hint && <span className="hint">{hint}</span>}
      </span>
      {aside && <span className="font-bold num">{aside}</span>}
    </label>
  )
}

const colourVariable = (colour: string): CSSProperties & { '--c': string } => ({ '--c': colour })
