/**
 * Wording that the law requires for the link to the withdrawal function and for its confirmation button (Directive
 * 2011/83/EU, article 11a; § 356a BGB; § 13a FAGG; art. 6:230oa BW, which only requires the meaning).
 */
export const WITHDRAWAL_WORDS = {
  en: { link: 'Withdraw from contract here', confirm: 'Confirm withdrawal' },
  de: { link: 'Vertrag widerrufen', confirm: 'Widerruf bestätigen' },
  nl: { link: 'Hier de overeenkomst ontbinden', confirm: 'Ontbinding bevestigen' },
} as const satisfies Record<string, { link: string; confirm: string }>
