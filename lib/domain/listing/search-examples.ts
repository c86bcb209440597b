/** Queries that the search box suggests. Each must lead to what it promises (lib/services/listing/relevance.test.ts). */
export const SEARCH_EXAMPLES: readonly string[] = ['goat cheese', 'waterproof jacket']
