import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/feedback/empty-state'
import { ButtonLink } from '@/components/ui/form/button'
import type { NothingFoundHelp } from '@/lib/contracts/listing/listing'

/** Says that a search has no results, and suggests others, most promising first. */
export function NothingCalled({
  text,
  unsaid,
  help,
}: {
  text: string
  /** What products were to be free of, though none says whether it is. */
  unsaid: readonly string[]
  help: NothingFoundHelp
}) {
  const { elsewhere, corrections, fewer, isFewerLikelier, categories } = help
  const hasWays = elsewhere !== null || corrections.length > 0 || fewer.length > 0 || categories.length > 0
  const meant = corrections.length > 0 && (
    <div className="is-likely">
      <dt>Did you mean</dt>
      {corrections.map((way) => (
        <dd key={way.href}>
          <a className="more" href={way.href}>
            {way.text}
          </a>
        </dd>
      ))}
    </div>
  )
  return (
    <EmptyState
      title={
        unsaid.length > 0
          ? `Nothing here says whether it is free of “${unsaid.join('” or “')}”`
          : `Nothing called “${text}”`
      }
      text={hasWays ? 'But this is near it.' : 'Try fewer words, or another spelling.'}
    >
      {hasWays && (
        <dl className="ways">
          {elsewhere && (
            <div>
              <dt>In the whole shop</dt>
              <dd>
                <Chip href={elsewhere.href} count={elsewhere.count}>
                  {text}
                </Chip>
              </dd>
            </div>
          )}
          {!isFewerLikelier && meant}
          {fewer.length > 0 && (
            <div>
              <dt>With fewer words</dt>
              {fewer.map((way) => (
                <dd key={way.href}>
                  <Chip href={way.href}>{way.text}</Chip>
                </dd>
              ))}
            </div>
          )}
          {isFewerLikelier && meant}
          {categories.length > 0 && (
            <div>
              <dt>In these categories</dt>
              {categories.map(({ name, href }) => (
                <dd key={href}>
                  <Chip href={href}>{name}</Chip>
                </dd>
              ))}
            </div>
          )}
        </dl>
      )}
      <ButtonLink tone="accent" href="/departments">
        All departments
      </ButtonLink>
    </EmptyState>
  )
}
