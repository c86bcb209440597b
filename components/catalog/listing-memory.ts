/** The id of the form in the sheet of small screens, which stays open while filters change. */
export const SHEET = 'sheet'

/**
 * What a listing remembers from one address to the next, for each page brings its filters anew: which control had the
 * focus, which were used while their address was on its way, which facets were opened or closed, whether the sheet should open again and how far it was scrolled. Of this
 * tab alone.
 */
export const listingMemory: {
  focus: string | null
  waiting: string[]
  facets: Map<string, boolean>
  isSheetWanted: boolean
  sheetScroll: number
} = { focus: null, waiting: [], facets: new Map(), isSheetWanted: false, sheetScroll: 0 }
