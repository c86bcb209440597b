import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '../icon'
import { alertIcon } from '../icons'

interface FieldProps {
  label: ReactNode
  /** Name of the field. It is also the control's id, so that an error summary can link to `#name`. */
  name: string
  hint?: ReactNode
  /** A sentence that says what is wrong and how to correct it. */
  error?: string
  className?: string
}

/**
 * A form field: label, control, hint and error, connected for screen readers. `children` is a function that gets the
 * control's attributes and returns the control.
 */
export function Field({
  label,
  name,
  hint,
  error,
  className,
  id = name,
  children,
}: FieldProps & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const describedBy = clsx(error && `${id}-error`, hint && `${id}-hint`)
  return (
    <div className={clsx('field', className)}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon d={alertIcon} /> {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface Wiring {
  id: string
  name: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A text field. `unit` is shown in a box at its end, `currency` in a box at its start. */
export function TextField({
  label,
  name,
  id,
  hint,
  error,
  className,
  unit,
  currency,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps> & { unit?: string; currency?: string }) {
  return (
    <Field {...{ label, name, id, hint, error, className }}>
      {(wiring) =>
        unit || currency ? (
          <span className="affix">
            {currency && <span className="unit">{currency}</span>}
            <input className="input num" {...wiring} {...input} />
            {unit && <span className="unit">{unit}</span>}
          </span>
        ) : (
          <input className="input" {...wiring} {...input} />
        )
      }
    </Field>
  )
}

/** A field with a native select. `children` are its options. */
export function SelectField({
  label,
  name,
  id,
  hint,
  error,
  className,
  ...select
}: FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps>) {
  return (
    <Field {...{ label, name, id, hint, error, className }}>
      {(wiring) => <select className="select" {...wiring} {...select} />}
    </Field>
  )
}
