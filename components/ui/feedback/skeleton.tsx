import type { ReactNode } from 'react'

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A loading placeholder. Screen readers read only the label; its boxes are hidden from them. */
function Waiting({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="vh">{label}</span>
      <div className={className} aria-hidden="true">
        {children}
      </div>
    </div>
  )
}

/** A loading placeholder for cart lines. */
export function CartLinesSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Waiting label="Loading your cart">
      {times(count).map((index) => (
        <div key={index} className="line-item">
          <div className="skel aspect-square border-3 border-line" />
          <div className="grid gap-2 content-start">
            <div className="skel h-5 w-2/3" />
            <div className="skel h-4 w-1/2" />
            <div className="skel h-8 w-28 border-2 border-line" />
          </div>
          <div className="skel h-6 w-16" />
        </div>
      ))}
    </Waiting>
  )
}
