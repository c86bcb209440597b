import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'

/**
 * A page that leads to another one, automatically and with a link. Used where the head of the page may already have
 * been sent, because a redirect would then need client-side scripts.
 */
export function Onward({ href, title, label }: { href: string; title: string; label: string }) {
  return (
    <div className="wrap py-10 md:py-16">
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
      <EmptyState level={1} object="box" title={title} text="You are taken there in a moment.">
        <ButtonLink tone="accent" href={href} prefetch={false}>
          {label}
        </ButtonLink>
      </EmptyState>
    </div>
  )
}
