/**
 * What a listing remembers from one address to the next, for each page brings its filters anew: which control had the
 * focus, which facets were opened or closed, whether the sheet was open and how far it was scrolled. Of this tab alone.
 */
export const listingMemory: {
  focus: string | null
  facets: Map<string, boolean>
  isSheetOpen: boolean
  sheetScroll: number
} = { focus: null, facets: new Map(), isSheetOpen: false, sheetScroll: 0 }
