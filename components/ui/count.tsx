import { numberText } from '@/lib/domain/locale'

/** A number with thousands separators: "1,234". */
export const Count = ({ of }: { of: number }) => <>{numberText(of)}</>
