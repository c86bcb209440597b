import { tidyLine } from '../typed-text'

/**
 * Returns whether an address seems to lack its house number, so that the shopper is asked once. Only a street without
 * any numeral does, unless the second line is a number: "Straße des 17. Juni" might be complete, so it is not asked about.
 */
export function seemsToLackHouseNumber({ street, extra }: { street: string; extra: string }): boolean {
  return (
    tidyLine(street) !== '' && !/\p{N}/u.test(street) && !/^(?:nr\.?|no\.?)?\s*\p{N}+\s*\p{L}?$/iu.test(tidyLine(extra))
  )
}

/** Returns whether to ask for the house number: if it seems to be missing, and was not asked for with this street. */
export const shouldAskForHouseNumber = (address: { street: string; extra: string }, askedStreet: string): boolean =>
  seemsToLackHouseNumber(address) && tidyLine(address.street) !== tidyLine(askedStreet)
