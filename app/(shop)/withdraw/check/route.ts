export { answerWithdrawalForm as POST } from '@/lib/http/forms/withdrawal'
