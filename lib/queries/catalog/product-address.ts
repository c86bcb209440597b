import { slugSchema } from '@/lib/contracts/common'
import { productExists } from '@/lib/services/catalog/documents'

// Apart from the product itself, for the proxy asks this and needs nothing of the index.

/** Whether there is a product of that address; false for what cannot be one. */
export const isProduct = async (slug: string): Promise<boolean> =>
  slugSchema.safeParse(slug).success && productExists(slug)
