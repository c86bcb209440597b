import { numberText } from '@/lib/domain/locale'

/** A number as people read it: "1,234". */
export const Count = ({ of }: { of: number }) => <>{numberText(of)}</>
