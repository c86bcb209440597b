export { answerWithdrawalConfirmation as POST } from '@/lib/http/forms/withdrawal'
