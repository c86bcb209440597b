import type { Settings } from '@/lib/contracts/settings'

/**
 * The notice on the legal guarantee as the merchant configured it: the official picture, unchanged, or else its text.
 */
export function GuaranteeNotice({ guarantee }: { guarantee: Settings['guarantee'] }) {
  if (!guarantee) return null
  const { text, file, url } = guarantee
  return (
    <section className="box p-4 md:p-5 grid gap-2 max-w-[44rem]" aria-labelledby="guarantee">
      <h2 className="text-d5" id="guarantee">
        Your legal guarantee
      </h2>
      {file ? (
        // biome-ignore lint/performance/noImgElement: the official file is shown byte for byte
        <img src={file} alt={text} className="max-w-full h-auto" />
      ) : (
        <p className="text-sm">{text}</p>
      )}
      <p className="text-sm">
        <a className="more" href={url} rel="noopener">
          More on Your Europe
        </a>
      </p>
    </section>
  )
}
