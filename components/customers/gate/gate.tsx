import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Icon } from '@/components/ui/icon'
import { Picture } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import { type Refusal, whyOf } from '@/lib/contracts/sent-form'

/** The frame of the pages around signing in: a scene, and beside it what has to be done. */
export function Gate({ children }: { children: ReactNode }) {
  return (
    <div className="gate">
      <div className="scene" style={WALL}>
        <Poster
          as="p"
          label="Come in, sit down."
          lines={[
            { text: 'Come in,', size: 17, leading: 0.9 },
            { text: 'sit down.', size: 17, leading: 0.92 },
          ]}
        />
        <Picture src="/look/sofa.webp" alt="" size={480} eager />
      </div>
      <div className="gate-form">{children}</div>
    </div>
  )
}

const WALL: React.CSSProperties & { '--wall': string } = { '--wall': 'var(--butter)' }

/** A coloured square with an icon above a heading. */
export function Stamp({ d, tone }: { d: string; tone: 'mint' | 'sky' | 'butter' | 'rose' | 'lilac' }) {
  return (
    <span className="stamp" style={{ background: `var(--${tone})` }}>
      <Icon d={d} />
    </span>
  )
}

/** Why a form was refused. Errors of single fields stand at the fields and are only counted here. */
export function Refused({ refusal, children }: { refusal: Refusal | undefined; children?: ReactNode }) {
  if (!refusal) return null
  return (
    <Notice tone="danger" live>
      <p>
        <b>{refusal.message}</b> {children ?? whyOf(refusal)}
      </p>
    </Notice>
  )
}

/** The address with which somebody is signing in, and a link to use another one. */
export function As({ email, href }: { email: string; href: string }) {
  return (
    <p className="as">
      <b className="who-name">{email}</b>
      <a className="btn btn-quiet btn-sm" href={href}>
        Change
      </a>
    </p>
  )
}

/** The hidden fields that lead through all steps of signing in. */
export function Carried({ values, names }: { values: Record<string, string>; names: readonly string[] }) {
  return names.map((name) => <input key={name} type="hidden" name={name} value={values[name] ?? ''} />)
}
