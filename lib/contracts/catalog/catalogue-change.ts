import { z } from 'zod'
import { categoryPathSchema, productIdSchema, slugSchema } from '../common'

/**
 * Something that pages say has changed: what the worker tells the store's web server, so that it expires the pages.
 * `since` is when it changed; an index or replica that is older must catch up before pages are rendered anew.
 */
export const catalogueChangeSchema = z.object({
  productIds: z.array(productIdSchema).max(1_000),
  /** Categories of these products; their ancestors follow from the paths. */
  categories: z.array(categoryPathSchema).max(1_000),
  /** Slugs of collections that were changed themselves; those that show the products follow from these. */
  collections: z.array(slugSchema).max(1_000).optional(),
  /** Whether the home page may say something else, such as how many are new. Where it shows one of these it does anyway. */
  home: z.boolean(),
  since: z.iso.datetime(),
  /** Nothing that is kept can be trusted: expire it all. */
  everything: z.boolean().optional(),
})

export type CatalogueChange = z.infer<typeof catalogueChangeSchema>
